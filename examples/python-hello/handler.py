"""Greets by name and says which version of the app did."""

import json
import sys

VERSION = "one"


def handler(payload: bytes, ctx: dict):
    name = json.loads(payload or b"{}").get("name", "world")
    print("greeting", name, file=sys.stderr)
    return {"greeting": f"Hello, {name}!", "version": VERSION, "app": ctx["function_id"]}
