"""Kỳ đánh giá and consolidation."""

from parindex.domain.rights import Right
from parindex.web.doors import door
from parindex.web.views import consolidation, reports, rounds

urlpatterns = [
    door("ky-danh-gia/", rounds.index, name="rounds", right=Right.READ_ROUND),
    door("ky-danh-gia/mo/", rounds.open_new, name="round_open", right=Right.MANAGE_ROUNDS),
    door("ky-danh-gia/<int:pk>/", rounds.show, name="round", right=Right.READ_ROUND),
    door("ky-danh-gia/<int:pk>/moc/", rounds.milestones, name="round_milestones", right=Right.MANAGE_ROUNDS),
    door("ky-danh-gia/<int:pk>/don-vi/", rounds.units, name="round_units", right=Right.CONSOLIDATE),
    door("tong-hop/<int:pk>/", consolidation.show, name="consolidation", right=Right.READ_RESULT),
    door("tong-hop/<int:pk>/nhan/", consolidation.accept, name="rows_accept", right=Right.REVIEW),
    door(
        "tong-hop/<int:pk>/tong-hop/", consolidation.gather, name="unit_consolidate", right=Right.CONSOLIDATE
    ),
    door("tong-hop/<int:pk>/trinh/", consolidation.pass_on, name="unit_send", right=Right.CONSOLIDATE),
    door("tong-hop/<int:pk>/bao-cao.xlsx", reports.spreadsheet, name="report_xlsx", right=Right.READ_RESULT),
    door("tong-hop/<int:pk>/bao-cao.json", reports.data, name="report_json", right=Right.READ_RESULT),
    door("tong-hop/<int:pk>/tai-lieu.zip", reports.package, name="package", right=Right.READ_RESULT),
    door("tong-hop/dong/<int:pk>/tra-lai/", consolidation.give_back, name="row_return", right=Right.REVIEW),
]
