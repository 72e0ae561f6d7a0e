"""Addresses of the pages, in Vietnamese as their readers speak of them."""

urlpatterns: list[object] = []
