"""Addresses of the pages, in Vietnamese as their readers speak of them."""

from django.conf import settings
from django.urls import path
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from parindex.web.views import agencies, criteria, design, losses, overview, plans, theme, uploads

urlpatterns = [
    path("", overview.show, name="overview"),
    path("bo-tieu-chi/", criteria.index, name="criteria"),
    path("bo-tieu-chi/<str:code>/", criteria.show, name="criterion"),
    path("tru-diem/", losses.index, name="losses"),
    path("ke-hoach/", plans.current, name="plans"),
    path("ke-hoach/tai-len/", uploads.choose, name="upload"),
    path("ke-hoach/tai-len/xem-truoc/", uploads.preview, name="upload_preview"),
    path("ke-hoach/tai-len/luu/", uploads.confirm, name="upload_confirm"),
    path("ke-hoach/<int:pk>/", plans.show, name="plan"),
    path("ke-hoach/<int:pk>/nhiem-vu/<int:place>/", plans.task, name="task"),
    path("co-quan/", agencies.index, name="agencies"),
    path("co-quan/<str:code>/", agencies.show, name="agency"),
    path("ngon-ngu/", require_POST(set_language), name="set_language"),
    path("giao-dien/", theme.choose, name="set_theme"),
]

if settings.DEBUG:
    urlpatterns.append(path("thiet-ke/", design.show, name="design"))
