"""The pages with the page of tokens and components, which the site shows in debug only."""

from django.urls import path

from parindex.config.urls import urlpatterns as pages
from parindex.web.views import design

urlpatterns = [*pages, path("thiet-ke/", design.show, name="design")]
