"""Addresses of one's own account: signing in and out, the password, second factors and passkeys.

They are allauth's views, under its names, with this site's addresses and templates. What is not listed here (signing
up, other addresses, codes by mail) does not exist.
"""

from allauth.account import views as account
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkeys
from django.urls import URLPattern
from django.views.decorators.cache import never_cache
from django.views.generic import RedirectView, View

from parindex.domain.rights import Right
from parindex.web.doors import PUBLIC, door

OWN = Right.READ_PUBLISHED  # every role has it: whoever holds a post has an account of their own
KEYS = RedirectView.as_view(pattern_name="mfa_index")  # allauth leads to a list; the account's page has it
LETTER = "quen-mat-khau/<str:uidb36>/<str:key>/"


def _page(
    route: str, view: type[View], template: str, name: str, right: Right | None = OWN, **options: str
) -> URLPattern:
    """A view of allauth's with this site's template; browsers keep no copy, since some of them show secrets."""
    shown = view.as_view(template_name=f"web/accounts/{template}", **options)
    return door(route, never_cache(shown), name=name, right=right)


urlpatterns = [
    _page("", factors.IndexView, "account.html", "mfa_index"),
    _page("dang-nhap/", account.LoginView, "sign_in.html", "account_login", PUBLIC),
    _page("dang-nhap/ma/", factors.AuthenticateView, "second_factor.html", "mfa_authenticate", PUBLIC),
    door("dang-nhap/khoa/", passkeys.LoginWebAuthnView.as_view(), name="mfa_login_webauthn", right=PUBLIC),
    _page("dang-xuat/", account.LogoutView, "sign_out.html", "account_logout", PUBLIC),
    _page("da-ngung/", account.AccountInactiveView, "inactive.html", "account_inactive", PUBLIC),
    _page("quen-mat-khau/", account.PasswordResetView, "forgot.html", "account_reset_password", PUBLIC),
    _page(
        "quen-mat-khau/da-gui/",
        account.PasswordResetDoneView,
        "forgot_sent.html",
        "account_reset_password_done",
        PUBLIC,
    ),
    _page(
        "quen-mat-khau/xong/",
        account.PasswordResetFromKeyDoneView,
        "password_done.html",
        "account_reset_password_from_key_done",
        PUBLIC,
    ),
    _page(
        LETTER,
        account.PasswordResetFromKeyView,
        "password_new.html",
        "account_reset_password_from_key",
        PUBLIC,
    ),
    _page("xac-nhan/", account.ReauthenticateView, "confirm.html", "account_reauthenticate"),
    _page("xac-nhan/ma/", factors.ReauthenticateView, "confirm.html", "mfa_reauthenticate"),
    _page(
        "xac-nhan/khoa/",
        passkeys.ReauthenticateWebAuthnView,
        "confirm_passkey.html",
        "mfa_reauthenticate_webauthn",
    ),
    _page("mat-khau/", account.PasswordChangeView, "password.html", "account_change_password"),
    _page("mat-khau/dat/", account.PasswordSetView, "password.html", "account_set_password"),
    _page("ung-dung/", app.ActivateTOTPView, "app.html", "mfa_activate_totp"),
    _page("ung-dung/tat/", app.DeactivateTOTPView, "app_off.html", "mfa_deactivate_totp"),
    _page("ma-du-phong/", codes.ViewRecoveryCodesView, "codes.html", "mfa_view_recovery_codes"),
    _page(
        "ma-du-phong/tao/", codes.GenerateRecoveryCodesView, "codes_new.html", "mfa_generate_recovery_codes"
    ),
    door("khoa/", KEYS, name="mfa_list_webauthn", right=OWN),
    _page("khoa/them/", passkeys.AddWebAuthnView, "passkey_add.html", "mfa_add_webauthn"),
    _page("khoa/<int:pk>/", passkeys.EditWebAuthnView, "passkey_rename.html", "mfa_edit_webauthn"),
    _page("khoa/<int:pk>/go/", passkeys.RemoveWebAuthnView, "passkey_remove.html", "mfa_remove_webauthn"),
]
