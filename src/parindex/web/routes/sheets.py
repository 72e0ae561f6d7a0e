"""Phiếu chấm điểm: sheets and their rows."""

from parindex.domain.rights import Right
from parindex.web.doors import door
from parindex.web.views import rows, sheets

urlpatterns = [
    door("bat-dau/", sheets.start, name="start", right=Right.READ_PUBLISHED),
    door("cham-diem/", sheets.index, name="sheets", right=Right.READ_ROUND),
    door("cham-diem/<int:pk>/", sheets.show, name="sheet", right=Right.READ_ROWS),
    door("cham-diem/dong/<int:pk>/", rows.show, name="row", right=Right.READ_ROWS),
    door("cham-diem/dong/<int:pk>/luu/", rows.save, name="row_save", right=Right.EDIT_ROWS),
    door("cham-diem/dong/<int:pk>/tinh-thu/", rows.preview, name="row_preview", right=Right.EDIT_ROWS),
    door("cham-diem/dong/<int:pk>/phien-ban/", rows.history, name="row_history", right=Right.READ_ROWS),
]
