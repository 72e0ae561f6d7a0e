"""Thẩm định, results, publication."""

from parindex.domain.rights import Right
from parindex.web.doors import door
from parindex.web.views import appraisals, owners, results

IMPORT = Right.IMPORT_RESULT

urlpatterns = [
    door("tham-dinh/<int:pk>/", appraisals.show, name="appraisal", right=Right.READ_RESULT),
    door("tham-dinh/<int:pk>/giu-nguyen/", appraisals.keep, name="keep_matching", right=Right.APPRAISE),
    door("tham-dinh/<int:pk>/dong/<int:row>/", appraisals.appraise, name="appraise", right=Right.APPRAISE),
    door("giai-trinh/<int:pk>/", appraisals.explanations, name="explanations", right=Right.EXPLAIN),
    door("giai-trinh/<int:pk>/dong/<int:row>/", appraisals.explain, name="explain", right=Right.EXPLAIN),
    door("trach-nhiem/<int:pk>/", owners.show, name="owners", right=Right.READ_RESULT),
    door(
        "trach-nhiem/<int:pk>/dong/<int:row>/", owners.decide, name="owner_decide", right=Right.DECIDE_OWNERS
    ),
    door(
        "trach-nhiem/<int:pk>/theo-de-xuat/",
        owners.decide_all,
        name="owners_as_proposed",
        right=Right.DECIDE_OWNERS,
    ),
    door("ket-qua/nhap/<int:pk>/", results.choose, name="result_import", right=IMPORT),
    door("ket-qua/nhap/<int:pk>/xem-truoc/", results.look, name="result_preview", right=IMPORT),
    door("ket-qua/nhap/<int:pk>/luu/", results.confirm, name="result_apply", right=IMPORT),
    door("ket-qua/nhap/<int:pk>/phan/", results.part, name="part_result", right=IMPORT),
    door("ket-qua/cong-bo/<int:pk>/", results.publish, name="publish", right=Right.PUBLISH),
]
