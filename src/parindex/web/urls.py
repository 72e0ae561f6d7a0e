"""All addresses of the pages: one file a theme in `routes`, and what belongs to every page."""

from django.conf import settings
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from parindex.web.doors import PUBLIC, door
from parindex.web.routes import (
    accounts,
    appraisal,
    evidence,
    log,
    published,
    rankings,
    rounds,
    sheets,
    tables,
)
from parindex.web.views import design, theme

urlpatterns = [
    *published.urlpatterns,
    *sheets.urlpatterns,
    *evidence.urlpatterns,
    *rounds.urlpatterns,
    *appraisal.urlpatterns,
    *rankings.urlpatterns,
    *tables.urlpatterns,
    *log.urlpatterns,
    *accounts.urlpatterns,
    door("ngon-ngu/", require_POST(set_language), name="set_language", right=PUBLIC),
    door("giao-dien/", theme.choose, name="set_theme", right=PUBLIC),
]

if settings.DEBUG:
    urlpatterns.append(door("thiet-ke/", design.show, name="design", right=PUBLIC))
