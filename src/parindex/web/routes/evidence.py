"""Tài liệu kiểm chứng, checks before submission, questions."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
