"""Who may do what."""

import os

ALLOWED = {
    "customer": ["create_ticket", "my_tickets"],
    "agent": ["close_ticket", "list_tickets"],
}


def current_role():
    role = os.environ.get("APP_ROLE", "")
    if role not in ALLOWED:
        raise RuntimeError(f"APP_ROLE is {role!r}, and must be one of {', '.join(ALLOWED)}")
    return role


def allowed(role):
    return ALLOWED[role]
