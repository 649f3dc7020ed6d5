"""What the desk can do, by name."""

from actions.close_ticket import close_ticket
from actions.create_ticket import create_ticket
from actions.list_tickets import list_tickets
from actions.my_tickets import my_tickets

ACTIONS = {action.__name__: action for action in (close_ticket, create_ticket, list_tickets, my_tickets)}
