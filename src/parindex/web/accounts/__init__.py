"""How people sign in: allauth's pages with this site's words, forms and addresses."""
