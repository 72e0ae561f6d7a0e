"""Light or dark, kept in a cookie."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from parindex.web.context import THEME_COOKIE

_YEAR = 365 * 24 * 60 * 60


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Keep the chosen theme and go back."""
    back = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        back = "/"
    response = HttpResponseRedirect(back)
    theme = request.POST.get("theme", "")
    if theme in {"light", "dark"}:
        response.set_cookie(
            THEME_COOKIE, theme, max_age=_YEAR, samesite="Lax", httponly=True, secure=request.is_secure()
        )
    return response
