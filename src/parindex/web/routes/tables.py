"""Tables in and out, versions of frameworks."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
