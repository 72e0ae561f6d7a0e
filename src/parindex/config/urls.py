"""All addresses: each face brings its own."""

from django.urls import include, path

urlpatterns = [path("", include("parindex.web.urls"))]
