"""Walks the flows of the platform's pages over gRPC, knowing the messages by reflection alone.

Usage: pages_flows.py HOST:PORT TOKEN ARCHIVE. Prints one JSON object.
"""

import base64
import json
import sys
import time

import grpc
from google.protobuf import json_format, message_factory
from google.protobuf.descriptor_pool import DescriptorPool
from grpc_reflection.v1alpha.proto_reflection_descriptor_database import (
    ProtoReflectionDescriptorDatabase,
)

address, token, archive = sys.argv[1:]
channel = grpc.insecure_channel(address)
pool = DescriptorPool(ProtoReflectionDescriptorDatabase(channel))
metadata = [("authorization", f"Bearer {token}")]
app = {"organization_name": "acme", "app_name": "web"}


def call(service, name, request):
    method = pool.FindServiceByName(f"dodil.ignite.v1.{service}").methods_by_name[name]
    send = message_factory.GetMessageClass(method.input_type)
    receive = message_factory.GetMessageClass(method.output_type)
    path = f"/{method.containing_service.full_name}/{name}"
    kind = channel.unary_stream if method.server_streaming else channel.unary_unary
    stub = kind(path, send.SerializeToString, receive.FromString)
    answer = stub(json_format.ParseDict(request, send()), metadata=metadata, timeout=60)
    told = [answer] if not method.server_streaming else answer
    shown = [json_format.MessageToDict(each, preserving_proto_field_name=True) for each in told]
    return shown if method.server_streaming else shown[0]


def compute(name, /, **request):
    return call("ComputeService", name, request)


def until_over(look, running):
    while True:
        seen = look()
        if not any(word in seen["status"] for word in running):
            return seen
        time.sleep(0.05)


with open(archive, "rb") as file:
    packed = base64.b64encode(file.read()).decode()
compute("CreateApp", organization_name="acme", name="web")
code = {"image": {"from_code": {"archive": packed, "dockerfile_path": "Dockerfile"}}}
saved = compute("SaveDraft", **app, code=code)["draft"]
log = compute("StreamCompileLogs", deploy_id=saved["deploy_id"]) if saved.get("deploy_id") else []
started = compute("TestDraft", **app, payload=base64.b64encode(b"{}").decode())
execution = until_over(lambda: compute("GetExecution", **started)["execution"], ("PENDING", "RUNNING"))
published = compute("PublishDraft", **app)
asked = {"name": "web", "dockerfile": "Dockerfile", "zipped_code": packed}
build_id = call("BuildService", "CreateBuild", asked)["build_id"]
build = until_over(lambda: call("BuildService", "GetBuild", {"build_id": build_id})["build"], ("PENDING", "RUNNING"))
print(
    json.dumps(
        {
            "saved": saved,
            "log": "".join(base64.b64decode(each.get("data", "")).decode() for each in log),
            "execution": execution,
            "output": base64.b64decode(execution.get("output", "")).decode(),
            "published": published["published_version"],
            "build": build,
        }
    )
)
