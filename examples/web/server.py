"""An HTTP server for Ignite: listens on $PORT, answers its health check and POST /."""

import json
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

VERSION = "one"
GREETING = os.environ.get("GREETING", "Hello")


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/healthz":
            self.answer(200, {"status": "ok"})
        else:
            self.answer(404, {"error": "not found"})

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        try:
            name = json.loads(body or b"{}").get("name", "world")
        except (ValueError, AttributeError):
            self.answer(400, {"error": "the body must be a JSON object"})
            return
        app = self.headers.get("x-ignite-function-id", "")
        self.answer(200, {"greeting": f"{GREETING}, {name}!", "version": VERSION, "app": app})

    def answer(self, status, value):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


if __name__ == "__main__":
    port = int(os.environ.get("PORT", "8080"))
    ThreadingHTTPServer(("", port), Handler).serve_forever()
