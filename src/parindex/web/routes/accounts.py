"""Tài khoản: people, posts, invitations."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
