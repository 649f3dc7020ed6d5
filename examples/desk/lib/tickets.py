"""The tickets. They live as long as the process: a real desk would keep them in a database."""

import itertools

_numbers = itertools.count(1)
_tickets = {}


def add(customer, subject):
    number = next(_numbers)
    _tickets[number] = {"number": number, "customer": customer, "subject": subject, "state": "open"}
    return _tickets[number]


def close(number):
    ticket = _tickets.get(number)
    if ticket is None:
        return None
    ticket["state"] = "closed"
    return ticket


def find(customer=None, state=None):
    return [
        ticket
        for ticket in _tickets.values()
        if (customer is None or ticket["customer"] == customer) and (state is None or ticket["state"] == state)
    ]


add("ada@example.com", "The invoice has no number")
add("bob@example.com", "Where is my parcel?")
