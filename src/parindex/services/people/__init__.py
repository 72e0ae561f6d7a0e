"""Người dùng: accounts, posts, invitations, and the letters that bring people in."""
