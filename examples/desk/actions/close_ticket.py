from lib import tickets


def close_ticket(event):
    ticket = tickets.close(event.get("number"))
    return {"ticket": ticket} if ticket else {"error": f"there is no ticket {event.get('number')}"}
