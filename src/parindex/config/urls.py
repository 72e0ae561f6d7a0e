"""All addresses: each face brings its own."""

from django.urls import include, path

urlpatterns = [
    path("", include("parindex.web.urls")),
    path("tai-khoan/", include("parindex.web.accounts.urls")),
]
