"""Thẩm định, results, publication."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
