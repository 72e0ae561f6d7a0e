"""Tables in and out, versions of frameworks."""

from parindex.domain.rights import Right
from parindex.web.doors import door
from parindex.web.views import tables, versions

READ, MANAGE = Right.READ_PUBLISHED, Right.MANAGE_ROUNDS

urlpatterns = [
    door("bang/", tables.index, name="tables", right=Right.READ_ROUND),
    door("bang/nhap/", tables.preview, name="table_preview", right=Right.READ_ROUND),
    door("bang/nhap/luu/", tables.confirm, name="table_confirm", right=Right.READ_ROUND),
    door("bang/tep/", tables.file, name="table_file", right=READ),
    door("phien-ban/", versions.index, name="versions", right=READ),
    door("phien-ban/nhap/", versions.choose, name="version_import", right=MANAGE),
    door("phien-ban/nhap/doi-chieu/", versions.match, name="version_match", right=MANAGE),
    door("phien-ban/nhap/luu/", versions.confirm, name="version_confirm", right=MANAGE),
    door("phien-ban/<str:key>/", versions.show, name="version", right=READ),
]
