from lib import tickets


def my_tickets(event):
    return {"tickets": tickets.find(customer=event.get("customer", "unknown"))}
