"""Bảng tính đi và về: what an installation keeps goes out as workbooks, and comes in again after a preview."""

from parindex.services.tables.family import apply, preview
from parindex.services.tables.model import Applied, Preview, Refusal, SupersededPreviewError

__all__ = ["Applied", "Preview", "Refusal", "SupersededPreviewError", "apply", "preview"]
