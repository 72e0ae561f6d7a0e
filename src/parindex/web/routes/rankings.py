"""Xếp hạng, published results, years side by side."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
