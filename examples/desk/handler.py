"""A support desk: one code base, deployed once for customers and once for agents (APP_ROLE)."""

import json

from actions import ACTIONS
from lib.roles import allowed, current_role


def handler(payload, context):
    event = json.loads(payload or b"{}")
    role = current_role()
    name = event.get("action", "describe")
    if name == "describe":
        return {"role": role, "actions": allowed(role)}
    if name not in allowed(role):
        return {"error": f"{role} may not {name}", "actions": allowed(role)}
    print(f"{role} does {name} in {context['execution_id']}")
    return ACTIONS[name](event)
