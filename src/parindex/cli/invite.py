"""`parindex invite EMAIL`: print a link with which somebody makes their account; the first administrator's, too."""

import argparse

from parindex.cli.output import print_refusal, print_result
from parindex.cli.site import prepare_home
from parindex.domain.rights import Role


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("email", metavar="EMAIL", help="the address to sign in with")
    parser.add_argument("--name", required=True, help="the person's name")
    parser.add_argument("--role", choices=[role.value for role in Role], default=Role.ADMINISTRATOR.value)
    parser.add_argument("--agency", metavar="CODE", required=True, help="the code of a stored agency")
    parser.add_argument(
        "--address", metavar="URL", default="http://localhost:8017", help="where people reach the pages"
    )


def run(options: argparse.Namespace) -> int:
    """Print the link; 2 and what to do on the error output when there is nothing to invite into."""
    prepare_home()
    from django.urls import reverse

    from parindex.services.actor import SYSTEM
    from parindex.services.errors import DeedError
    from parindex.services.people.invitations import VALID_FOR, invite

    try:
        invitation, token = invite(
            actor=SYSTEM,
            email=options.email,
            full_name=options.name,
            agency=options.agency,
            role=Role(options.role),
        )
    except DeedError as error:
        return print_refusal(error.vi)
    link = options.address.rstrip("/") + reverse("invitation", args=[token])
    print_result(
        f"{invitation.full_name}, {invitation.agency.name}: liên kết dùng một lần, trong {VALID_FOR.days} ngày:\n{link}"
    )
    return 0
