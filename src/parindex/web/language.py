"""Vietnamese first: the page speaks English only when its reader has switched to it."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from parindex.domain.wording import Language


def language() -> Language:
    """The reader's language, as the domain names it."""
    return "en" if (translation.get_language() or "vi").startswith("en") else "vi"


class ChosenLanguage:
    """Speaks the language kept in the cookie, Vietnamese without one; what the browser prefers is not asked."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(language):
            response = self._get_response(request)
            response.headers.setdefault("Content-Language", language)
            return response
