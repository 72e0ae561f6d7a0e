"""Xếp hạng, published results, years side by side."""

from django.urls import URLPattern

from parindex.domain.rights import Right
from parindex.web.doors import PUBLIC, door
from parindex.web.views import comparisons, published, rankings

ROUND, RESULT = Right.READ_ROUND, Right.READ_RESULT

urlpatterns: list[URLPattern] = [
    door("xep-hang/", rankings.index, name="rankings", right=ROUND),
    door("xep-hang/<int:pk>/", rankings.show, name="ranking", right=ROUND),
    door("xep-hang/<int:pk>/<int:unit>/", rankings.unit, name="unit_result", right=ROUND),
    door("cong-bo/", published.index, name="published", right=PUBLIC),
    door("cong-bo/<int:year>/<str:level>/", published.show, name="published_ranking", right=PUBLIC),
    door("so-sanh/tu-cham/", comparisons.over_scoring, name="over_scoring", right=RESULT),
    door("so-sanh/bo-tieu-chi/", comparisons.what_if, name="what_if", right=RESULT),
]
