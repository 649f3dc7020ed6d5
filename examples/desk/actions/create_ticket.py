from lib import tickets


def create_ticket(event):
    subject = event.get("subject", "").strip()
    if not subject:
        return {"error": "subject is missing"}
    return {"ticket": tickets.add(event.get("customer", "unknown"), subject)}
