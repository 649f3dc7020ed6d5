"""Greets by name and says which version of the app did."""

import json

from lib.greeting import greeting

VERSION = "one"


def handler(payload, ctx):
    asked = json.loads(payload or b"{}")
    name = asked.get("name") or "world"
    print(f"greeting {name} in {ctx['execution_id']}")
    return {"greeting": greeting(name), "version": VERSION, "app": ctx["function_id"]}
