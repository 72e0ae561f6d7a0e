"""Tài liệu kiểm chứng: files and links that prove rows, the library of them, and numbered packages."""
