"""Tài khoản: people and the posts they hold."""

from parindex.services.sample_people import sample_people as sample_people
