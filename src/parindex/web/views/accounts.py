"""Người dùng: the people with accounts, their posts, and how they come to one."""

from typing import Any, cast

from allauth.account.utils import perform_login
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from parindex.records.models import Invitation, Post, User
from parindex.services.people import accounts, invitations
from parindex.services.people.listing import people_index, person_page
from parindex.web.accounts.adapter import path_to_new_password
from parindex.web.accounts.people_forms import AcceptForm, InviteForm, NameForm, PostForm, roles
from parindex.web.requests import PageRequest, in_parts, wants_part


@in_parts
def index(request: PageRequest) -> HttpResponse:
    """Everybody, or those whom a search found."""
    seen = people_index(
        query=request.GET.get("q", "").strip(),
        agency=request.GET.get("co-quan", ""),
        role=request.GET.get("vai-tro", ""),
        today=timezone.localdate(),
        now=timezone.now(),
    )
    template = "web/accounts/people/list.html" if wants_part(request) else "web/accounts/people/index.html"
    return render(request, template, {"seen": seen, "roles": roles()})


@never_cache
def invite(request: PageRequest) -> HttpResponse:
    """The form, and after it the link, which is shown this once."""
    form = InviteForm(request.POST or None)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "web/accounts/people/invite.html", {"form": form}, status=status)
    invitation, token = invitations.invite(actor=request.actor, **form.cleaned_data)
    link = request.build_absolute_uri(reverse("invitation", args=[token]))
    seen = {"invitation": invitation, "link": link, "sent": _sent(invitation, link)}
    return render(request, "web/accounts/people/invited.html", seen)


@require_POST
def withdraw(request: PageRequest, pk: int) -> HttpResponse:
    """Rút thư mời."""
    invitations.withdraw(actor=request.actor, invitation=get_object_or_404(Invitation, pk=pk))
    messages.success(request, _("Đã rút thư mời."))
    return redirect("accounts")


def show(request: PageRequest, pk: int) -> HttpResponse:
    """One person."""
    return _person(request, pk)


@require_POST
def rename(request: PageRequest, pk: int) -> HttpResponse:
    """Đổi họ tên."""
    form = NameForm(request.POST)
    if not form.is_valid():
        return _person(request, pk, name_form=form)
    accounts.rename(actor=request.actor, user=_user(pk), **form.cleaned_data)
    return _done(request, pk, _("Đã đổi họ tên."))


@require_POST
def add_post(request: PageRequest, pk: int) -> HttpResponse:
    """Thêm vai trò."""
    form = PostForm(request.POST)
    if not form.is_valid():
        return _person(request, pk, post_form=form)
    accounts.add_post(actor=request.actor, user=_user(pk), today=timezone.localdate(), **form.cleaned_data)
    return _done(request, pk, _("Đã thêm vai trò."))


@require_POST
def end_post(request: PageRequest, pk: int) -> HttpResponse:
    """Kết thúc vai trò; `pk` is the post's."""
    post = get_object_or_404(Post.objects.select_related("agency", "user"), pk=pk)
    accounts.end_post(actor=request.actor, post=post, today=timezone.localdate())
    return _done(request, post.user_id, _("Đã kết thúc vai trò."))


@require_POST
def deactivate(request: PageRequest, pk: int) -> HttpResponse:
    """Ngừng tài khoản."""
    accounts.deactivate(actor=request.actor, user=_user(pk), today=timezone.localdate())
    return _done(request, pk, _("Đã ngừng tài khoản."))


@require_POST
def reactivate(request: PageRequest, pk: int) -> HttpResponse:
    """Mở lại tài khoản."""
    accounts.reactivate(actor=request.actor, user=_user(pk))
    return _done(request, pk, _("Đã mở lại tài khoản."))


@require_POST
def password_link(request: PageRequest, pk: int) -> HttpResponse:
    """A link to a new password, shown this once."""
    user = _user(pk)
    key = accounts.allow_new_password(actor=request.actor, user=user)
    seen = {"user": user, "link": request.build_absolute_uri(path_to_new_password(key))}
    return render(request, "web/accounts/people/password_link.html", seen)


@require_POST
def remove_factors(request: PageRequest, pk: int) -> HttpResponse:
    """Gỡ xác thực hai bước."""
    accounts.remove_second_factors(actor=request.actor, user=_user(pk))
    return _done(request, pk, _("Đã gỡ xác thực hai bước và khóa đăng nhập."))


@never_cache
@sensitive_post_parameters("password")
def accept(request: PageRequest, token: str) -> HttpResponse:
    """Whoever has the link sets a password, and is signed in."""
    invitation = invitations.opened(token)
    if invitation is None:
        return render(request, "web/accounts/invitation_gone.html", status=410)
    form = AcceptForm(request.POST or None)
    if form.is_valid():
        try:
            user = invitations.accept(
                token=token, password=form.cleaned_data["password"], address=request.META["REMOTE_ADDR"]
            )
        except ValidationError as error:
            form.add_error("password", error)
        else:
            return cast(HttpResponse, perform_login(request, user, email_verification="none"))
    seen = {"invitation": invitation, "form": form}
    return render(request, "web/accounts/invitation.html", seen, status=422 if form.is_bound else 200)


def _person(request: PageRequest, pk: int, **forms: Any) -> HttpResponse:
    seen = person_page(pk, today=timezone.localdate())
    if seen is None:
        raise Http404
    shown = {"name_form": NameForm(initial={"full_name": seen.user.full_name}), "post_form": PostForm()}
    context = {"seen": seen, **shown, **forms}
    return render(request, "web/accounts/people/show.html", context, status=422 if forms else 200)


def _done(request: PageRequest, pk: int, said: str) -> HttpResponse:
    messages.success(request, said)
    return redirect("person", pk=pk)


def _user(pk: int) -> User:
    return get_object_or_404(User, pk=pk)


def _sent(invitation: Invitation, link: str) -> bool:
    """Whether a letter left; without a mail server, or when it refuses, the link is handed on."""
    try:
        return invitations.send_invitation(invitation, link)
    except OSError:
        return False
