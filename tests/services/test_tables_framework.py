"""A framework goes out and comes back: the same content is the same version, edited content continues it."""

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase as DatabaseTestCase

from parindex.domain.rights import Role
from parindex.frameworks.known import framework_ids
from parindex.records.models import FrameworkVersion
from parindex.services.actor import SYSTEM, RefusedError
from parindex.services.errors import DeedError
from parindex.services.frameworks.storing import built_in_version, framework_of
from parindex.services.tables import framework
from tests.returned_tables import Edit, cell, edited, said, seen, store
from tests.scoring_year import acting, open_2018

pytestmark = pytest.mark.django_db

CODE = "2948-2017"


def titled(code: str, title: str) -> Edit:
    return cell("Tiêu chí", ("Mã tiêu chí", code), "Tên", title)


@pytest.mark.parametrize("code", framework_ids())
def test_a_built_in_framework_goes_out_of_an_empty_home_and_changes_nothing_in_it(code: str):
    content = framework.export_built_in(code)

    preview = store(SYSTEM, content)

    assert (preview.changes, preview.problems) == ((), ())
    assert dict(preview.identity) == {"framework": code}
    assert FrameworkVersion.objects.count() == 0


def test_an_edited_framework_is_a_version_of_its_own_that_continues_the_one_before():
    before = built_in_version(CODE, actor=SYSTEM)
    content = edited(framework.export(actor=SYSTEM, version=before), titled("5.7.1", "Công chức xã"))

    applied = store(SYSTEM, content)

    after = FrameworkVersion.objects.exclude(pk=before.pk).get()
    criterion = framework_of(after).criterion("5.7.1")
    assert len(applied.changes) == 1
    assert (criterion.title.vi if criterion else "", after.source_name) == ("Công chức xã", "bang.xlsx")
    assert (after.previous, after.mapping["5.7.1"]) == (before, ["5.7.1"])


def test_a_version_that_a_round_uses_stays_as_it_is_when_it_comes_back_edited():
    year = open_2018()
    content = edited(
        framework.export(actor=SYSTEM, version=year.round.framework), titled("5.7.1", "Công chức xã")
    )

    store(SYSTEM, content)

    year.round.refresh_from_db()
    criterion = framework_of(year.round.framework).criterion("5.7.1")
    assert (criterion.title.vi if criterion else "") != "Công chức xã"


def test_the_older_of_two_versions_comes_back_without_differences():
    before = built_in_version(CODE, actor=SYSTEM)
    content = framework.export(actor=SYSTEM, version=before)
    store(SYSTEM, edited(content, titled("5.7.1", "Công chức xã")))

    preview = seen(SYSTEM, content)

    assert preview.changes == ()


def test_a_framework_that_does_not_hold_together_is_refused_with_every_problem():
    version = built_in_version(CODE, actor=SYSTEM)
    content = framework.export(actor=SYSTEM, version=version)
    content = edited(content, cell("Tiêu chí", ("Mã tiêu chí", "5.7.1"), "Điểm tối đa", "99"))

    preview = seen(SYSTEM, content)

    assert said(preview) == ["Tiêu chí 5.7.1, Điểm tối đa: “0.50” → “99”"]
    assert [one.vi for one in preview.problems] == [
        "parts appraised: appraised: các tiêu chí bên dưới có 115.00 điểm, vượt 62.00",
        "areas 5: 5: các tiêu chí bên dưới có 102.50 điểm, vượt 16.00",
    ]
    assert not preview.is_possible
    with pytest.raises(DeedError):
        store(SYSTEM, content)
    assert FrameworkVersion.objects.count() == 1


def test_before_a_round_is_published_its_framework_is_for_who_manages_rounds():
    year, scorer = open_2018(), acting(Role.SCORER)
    version = year.round.framework

    with pytest.raises(RefusedError):
        framework.export(actor=scorer, version=version)

    year.round.published_at = timezone.now()
    year.round.save()
    assert framework.export(actor=scorer, version=version) == framework.export(
        actor=acting(Role.COORDINATOR), version=version
    )


def test_a_framework_is_taken_in_by_who_manages_rounds_only():
    content = framework.export_built_in(CODE)

    with pytest.raises(RefusedError):
        seen(acting(Role.HEAD), content)


def test_a_code_that_nobody_knows_is_no_way_to_bring_in_a_new_framework():
    content = edited(
        framework.export_built_in(CODE),
        lambda cells: _replace(cells["Thông tin"], "id", "12-2030"),
    )

    with pytest.raises(DeedError) as caught:
        seen(SYSTEM, content)

    assert caught.value.vi == (
        "Chưa có bộ tiêu chí nào mã “12-2030”; chưa lưu gì. Bộ tiêu chí mới thì nhập từ bảng của quyết định."
    )


def _replace(rows: list[list[object]], key: str, value: str) -> None:
    row = next(row for row in rows if key in row)
    row[row.index(key) + 1] = value


TITLES = st.text(alphabet="AĂâđeêơ ", min_size=1, max_size=20).map(str.strip).filter(bool)


class TestAnyTitles(DatabaseTestCase):
    """Whatever titles are edited, exactly these are the differences."""

    @settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(titles=st.dictionaries(st.sampled_from(["5.7.1", "1.2", "3.2.1", "4.1.2"]), TITLES, max_size=4))
    def test_any_edited_titles_are_exactly_the_differences(self, titles: dict[str, str]) -> None:
        content = edited(
            framework.export_built_in(CODE), *(titled(code, title) for code, title in titles.items())
        )

        preview = store(SYSTEM, content)

        changed = {change.place.rpartition(" ")[2]: change.after for change in preview.changes}
        assert changed == titles
        assert seen(SYSTEM, content).changes == ()
