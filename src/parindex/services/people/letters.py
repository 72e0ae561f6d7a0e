"""Thư đi: letters by the configured way; without a mail server they wait in a private folder of the home."""

from pathlib import Path

from django.conf import settings
from django.core.mail import send_mail


def send_letter(*, to: str, subject: str, text: str) -> bool:
    """Send a letter; whether it went to a mail server. Raises `OSError` (`SMTPException` too) when that refuses it."""
    if not settings.EMAIL_HOST:
        # Letters hold links that open accounts: as private as the installation's key.
        Path(settings.EMAIL_FILE_PATH).mkdir(mode=0o700, parents=True, exist_ok=True)
    send_mail(subject, text, settings.DEFAULT_FROM_EMAIL, [to])
    return bool(settings.EMAIL_HOST)
