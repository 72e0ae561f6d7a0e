"""Addresses of the pages, in Vietnamese as their readers speak of them."""

from django.conf import settings
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from parindex.domain.rights import Right
from parindex.web.doors import PUBLIC, door
from parindex.web.views import agencies, criteria, design, losses, overview, plans, theme, uploads

READ = Right.READ_PUBLISHED

urlpatterns = [
    door("", overview.show, name="overview", right=READ),
    door("bo-tieu-chi/", criteria.index, name="criteria", right=READ),
    door("bo-tieu-chi/<str:code>/", criteria.show, name="criterion", right=READ),
    door("tru-diem/", losses.index, name="losses", right=READ),
    door("ke-hoach/", plans.current, name="plans", right=READ),
    door("ke-hoach/tai-len/", uploads.choose, name="upload", right=Right.STORE_PLAN),
    door("ke-hoach/tai-len/xem-truoc/", uploads.preview, name="upload_preview", right=Right.STORE_PLAN),
    door("ke-hoach/tai-len/luu/", uploads.confirm, name="upload_confirm", right=Right.STORE_PLAN),
    door("ke-hoach/<int:pk>/", plans.show, name="plan", right=READ),
    door("ke-hoach/<int:pk>/nhiem-vu/<int:place>/", plans.task, name="task", right=READ),
    door("co-quan/", agencies.index, name="agencies", right=READ),
    door("co-quan/<str:code>/", agencies.show, name="agency", right=READ),
    door("ngon-ngu/", require_POST(set_language), name="set_language", right=PUBLIC),
    door("giao-dien/", theme.choose, name="set_theme", right=PUBLIC),
]

if settings.DEBUG:
    urlpatterns.append(door("thiet-ke/", design.show, name="design", right=PUBLIC))
