"""Runs handler.py of one code directory for the emulator.

Usage: worker.py CODE_DIRECTORY. Requests come on file descriptor 3 and answers go out on 4, one JSON object a line.
What the handler prints goes out on 4 as well, so that it stands before the answer that it belongs to.
"""

import base64
import io
import json
import os
import queue
import sys
import threading
import traceback

requests = queue.SimpleQueue()
answers = os.fdopen(4, "wb", buffering=0)
sending = threading.Lock()


def send(message):
    with sending:
        answers.write(json.dumps(message).encode() + b"\n")


class LogPipe(io.RawIOBase):
    """A standard stream that becomes log messages."""

    def __init__(self, stream):
        self.stream = stream

    def writable(self):
        return True

    def write(self, data):
        chunk = bytes(data)
        send({"log": base64.b64encode(chunk).decode(), "stream": self.stream})
        return len(chunk)


def log_stream(name):
    return io.TextIOWrapper(io.BufferedWriter(LogPipe(name)), encoding="utf-8", line_buffering=True)


def read_requests():
    with os.fdopen(3, "rb") as source:
        for line in source:
            requests.put(json.loads(line))
    # The emulator has closed the pipe or has died: a handler that still runs has nobody to answer.
    os._exit(0)


def payload_of(data):
    """JSON where it is JSON, else text, else bytes, as the platform's users' handlers expect."""
    try:
        return json.loads(data) if data else {}
    except ValueError:
        pass
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data


def run(request):
    try:
        from handler import handler

        result = handler(payload_of(base64.b64decode(request["payload"])), request["ctx"])
        return {"output": json.dumps(result)}
    except BaseException as error:  # sys.exit in a handler must not end the worker
        return {"error": str(error), "type": type(error).__name__, "traceback": traceback.format_exc()}


def main():
    code = sys.argv[1]
    sys.path[0:1] = [code, os.path.join(code, ".packages")]
    sys.stdout = log_stream("stdout")
    sys.stderr = log_stream("stderr")
    threading.Thread(target=read_requests, daemon=True).start()
    while True:
        request = requests.get()
        answer = run(request)
        sys.stdout.flush()
        sys.stderr.flush()
        send({"id": request["id"], **answer})


main()
