"""Runs handler.py of one code directory for the emulator.

Usage: worker.py CODE_DIRECTORY [parsed]. Requests come on file descriptor 3 and answers go out on 4, one JSON object a
line. What the handler prints goes out on 4 as well, so that it stands before the answer that it belongs to.
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
code = os.path.join(sys.argv[1], "")


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


def parsed(data):
    """The variant payload-parsed: JSON where it is JSON, else text, else bytes."""
    try:
        return json.loads(data) if data else {}
    except ValueError:
        pass
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data


def payload_of(request):
    data = base64.b64decode(request["payload"])
    return parsed(data) if "parsed" in sys.argv[2:] else data


def answer_of(result):
    if isinstance(result, (bytes, bytearray, memoryview)):
        return "bytes", bytes(result)
    if isinstance(result, str):
        return "text", result.encode()
    return "json", json.dumps(result).encode()


def run(request):
    try:
        from handler import handler

        if "payload" not in request:
            return {"output": "", "form": "bytes"}
        form, output = answer_of(handler(payload_of(request), request["ctx"]))
        return {"output": base64.b64encode(output).decode(), "form": form}
    except BaseException as error:  # sys.exit in a handler must not end the worker
        return {"error": str(error), "type": type(error).__name__, "traceback": own_traceback(error)}


def own_traceback(error):
    """The traceback as the author of the app knows it: paths from the root of the code, and no frame of this file."""
    shown = traceback.TracebackException.from_exception(error)
    clean(shown, set())
    return "".join(shown.format())


def clean(shown, seen):
    if shown is None or id(shown) in seen:
        return
    seen.add(id(shown))
    frames = [frame for frame in shown.stack if frame.filename != __file__ and "<frozen importlib" not in frame.filename]
    for frame in frames:
        frame.filename = frame.filename.removeprefix(code)
    shown.stack[:] = frames
    if isinstance(getattr(shown, "filename", None), str):
        shown.filename = shown.filename.removeprefix(code)
    for other in (shown.__cause__, shown.__context__, *(getattr(shown, "exceptions", None) or ())):
        clean(other, seen)


def main():
    sys.path[0:1] = [code.rstrip("/"), os.path.join(code, ".packages")]
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
