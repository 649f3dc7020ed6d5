from lib import tickets


def list_tickets(event):
    found = tickets.find(state=event.get("state"))
    return {"count": len(found), "tickets": found}
