"""Signing in: local accounts by e-mail and password, with a second factor or a passkey; one policy against guessing.

`docs/decisions/0016-one-policy-for-signing-in.md` says why, and how sign-in by another system would fit.
"""

import os

from parindex.config.home import home_folder

AUTH_USER_MODEL = "records.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "parindex.web.accounts.passwords.LongEnough", "OPTIONS": {"min_length": 10}},
    {"NAME": "parindex.web.accounts.passwords.UnlikeThePerson"},
    {"NAME": "parindex.web.accounts.passwords.Uncommon"},
    {"NAME": "parindex.web.accounts.passwords.NotOnlyDigits"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "start"

# An account is made by an invitation, whose link proves the address: nobody signs up, and no address is asked twice.
ACCOUNT_ADAPTER = "parindex.web.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60  # seconds
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if os.environ.get("PARINDEX_HTTPS", "") == "1" else "http"
ACCOUNT_FORMS = {
    "login": "parindex.web.accounts.forms.SignIn",
    "reauthenticate": "parindex.web.accounts.forms.Reauthenticate",
    "change_password": "parindex.web.accounts.forms.ChangePassword",
    "set_password": "parindex.web.accounts.forms.SetPassword",
    "reset_password": "parindex.web.accounts.forms.ForgotPassword",
    "reset_password_from_key": "parindex.web.accounts.forms.NewPassword",
}

# The one policy against guessing. The address is the one that the server sees (REMOTE_ADDR), never a header's.
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    "login_failed": "20/m/ip,5/5m/key",
    "reauthenticate": "10/m/user",
    "change_password": "5/m/user",
    "reset_password": "20/m/ip,3/5m/key",
    "reset_password_from_key": "20/m/ip",
}
# What is counted stands in the database, so that every worker of the server counts the same.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}

MFA_ADAPTER = "parindex.web.accounts.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "parindex"
MFA_TOTP_TOLERANCE = 1  # a code of the half-minute before and after, for telephones whose clocks go wrong
MFA_FORMS = {
    "authenticate": "parindex.web.accounts.forms.SecondFactor",
    "reauthenticate": "parindex.web.accounts.forms.SecondFactorAgain",
    "activate_totp": "parindex.web.accounts.forms.ActivateApp",
    "add_webauthn": "parindex.web.accounts.forms.AddPasskey",
    "edit_webauthn": "parindex.web.accounts.forms.RenamePasskey",
}

# A working day; on machines that several people use, also until the browser is closed.
SESSION_COOKIE_AGE = 12 * 60 * 60  # seconds
SESSION_EXPIRE_AT_BROWSER_CLOSE = os.environ.get("PARINDEX_SESSION_UNTIL_CLOSED", "") == "1"
ACCOUNT_SESSION_REMEMBER = not SESSION_EXPIRE_AT_BROWSER_CLOSE

# Without a mail server letters are written into a folder of the home, and administrators hand links on themselves.
EMAIL_HOST = os.environ.get("PARINDEX_SMTP_HOST", "")
EMAIL_PORT = int(os.environ.get("PARINDEX_SMTP_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("PARINDEX_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("PARINDEX_SMTP_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("PARINDEX_SMTP_TLS", "") == "1"
EMAIL_TIMEOUT = 10  # seconds
EMAIL_FILE_PATH = home_folder() / "thu-di"
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'filebased'}.EmailBackend"
DEFAULT_FROM_EMAIL = SERVER_EMAIL = os.environ.get("PARINDEX_SMTP_FROM", "parindex@localhost")
