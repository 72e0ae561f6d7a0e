"""Nhật ký."""

from parindex.domain.rights import Right
from parindex.web.doors import door
from parindex.web.views import log

urlpatterns = [door("nhat-ky/", log.index, name="log", right=Right.READ_LOG)]
