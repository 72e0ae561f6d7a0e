"""All addresses: each face brings its own."""

from django.urls import include, path

urlpatterns = [
    path("", include("parindex.web.urls")),
    path("tai-khoan/", include("allauth.account.urls")),
    path("tai-khoan/xac-thuc/", include("allauth.mfa.urls")),
]
