"""Published years: overview, criteria, losses, plans, agencies."""

from parindex.domain.rights import Right
from parindex.web.doors import door
from parindex.web.views import agencies, criteria, losses, overview, plans, uploads

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
]
