"""Which published year a page is asked for: `?nam=2017`; the newest one without it."""

from django.http import Http404, HttpRequest


def asked_year(request: HttpRequest) -> int | None:
    """The year asked for, or None. Raises `Http404` for what is no year."""
    said = request.GET.get("nam", "")
    if not said:
        return None
    if not (said.isdecimal() and len(said) == len("2017")):
        raise Http404
    return int(said)
