"""python3 -m unittest discover -t . -s tests"""

import json
import os
import unittest
from unittest import mock

from handler import handler

CONTEXT = {"execution_id": "test", "function_id": "acme/desk", "organization_id": "acme"}


def ask(role, **event):
    with mock.patch.dict(os.environ, {"APP_ROLE": role}):
        return handler(json.dumps(event).encode(), CONTEXT)


class Desk(unittest.TestCase):
    def test_a_customer_finds_the_ticket_that_they_opened(self):
        opened = ask("customer", action="create_ticket", customer="eve@example.com", subject="Hello?")["ticket"]
        self.assertEqual(ask("customer", action="my_tickets", customer="eve@example.com"), {"tickets": [opened]})

    def test_an_agent_closes_a_ticket(self):
        closed = ask("agent", action="close_ticket", number=1)["ticket"]
        self.assertEqual(closed["state"], "closed")
        self.assertIn(closed, ask("agent", action="list_tickets", state="closed")["tickets"])

    def test_a_customer_closes_nothing(self):
        self.assertEqual(ask("customer", action="close_ticket", number=1)["error"], "customer may not close_ticket")

    def test_a_role_is_needed(self):
        with self.assertRaisesRegex(RuntimeError, "APP_ROLE"):
            ask("nobody")


if __name__ == "__main__":
    unittest.main()
