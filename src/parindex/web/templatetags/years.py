"""How pages keep to a published year that is not the newest one."""

from django import template

register = template.Library()


@register.simple_tag(takes_context=True)
def year_query(context: template.Context) -> str:
    """The query string that keeps a link in the year of the page; "" in the newest one."""
    picture = getattr(context.get("seen"), "picture", None)
    year = getattr(picture, "other_year", None)
    return f"?nam={year}" if year else ""


@register.simple_tag(takes_context=True)
def and_year(context: template.Context) -> str:
    """The same behind other parameters of a query string."""
    return year_query(context).replace("?", "&")
