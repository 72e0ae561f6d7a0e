"""Phiếu chấm điểm: sheets and their rows."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
