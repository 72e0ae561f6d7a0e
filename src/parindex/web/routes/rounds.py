"""Kỳ đánh giá and consolidation."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
