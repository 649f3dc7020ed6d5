"""Greets by name and says which version of the app did."""

from lib.greeting import greeting

VERSION = "one"


def handler(payload, ctx):
    name = payload.get("name") or "world"
    print(f"greeting {name} in {ctx['execution_id']}")
    return {"greeting": greeting(name), "version": VERSION, "app": ctx["function_id"]}
