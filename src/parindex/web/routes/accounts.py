"""Người dùng: people, posts, invitations. (One's own account is in `accounts.urls`.)"""

from parindex.domain.rights import Right
from parindex.web.doors import PUBLIC, door
from parindex.web.views import accounts

MANAGE = Right.MANAGE_ACCOUNTS

urlpatterns = [
    door("nguoi-dung/", accounts.index, name="accounts", right=MANAGE),
    door("nguoi-dung/moi/", accounts.invite, name="invite", right=MANAGE),
    door("nguoi-dung/loi-moi/<int:pk>/rut/", accounts.withdraw, name="invitation_withdraw", right=MANAGE),
    door("nguoi-dung/<int:pk>/", accounts.show, name="person", right=MANAGE),
    door("nguoi-dung/<int:pk>/ho-ten/", accounts.rename, name="person_rename", right=MANAGE),
    door("nguoi-dung/<int:pk>/vai-tro/", accounts.add_post, name="post_add", right=MANAGE),
    door("nguoi-dung/vai-tro/<int:pk>/ket-thuc/", accounts.end_post, name="post_end", right=MANAGE),
    door("nguoi-dung/<int:pk>/ngung/", accounts.deactivate, name="person_deactivate", right=MANAGE),
    door("nguoi-dung/<int:pk>/mo-lai/", accounts.reactivate, name="person_reactivate", right=MANAGE),
    door("nguoi-dung/<int:pk>/mat-khau/", accounts.password_link, name="person_password", right=MANAGE),
    door("nguoi-dung/<int:pk>/xac-thuc/", accounts.remove_factors, name="person_factors", right=MANAGE),
    door("loi-moi/<str:token>/", accounts.accept, name="invitation", right=PUBLIC),
]
