"""Lists, describes and calls the emulator as any Python client would: by reflection, without a .proto file.

Usage: reflection_client.py HOST:PORT. Prints one JSON object.
"""

import json
import sys

import grpc
from google.protobuf import json_format, message_factory
from google.protobuf.descriptor_pool import DescriptorPool
from grpc_reflection.v1alpha.proto_reflection_descriptor_database import (
    ProtoReflectionDescriptorDatabase,
)

COMPUTE = "dodil.ignite.v1.ComputeService"


def call(channel, method, request):
    send = message_factory.GetMessageClass(method.input_type)
    receive = message_factory.GetMessageClass(method.output_type)
    path = f"/{method.containing_service.full_name}/{method.name}"
    stub = channel.unary_unary(path, send.SerializeToString, receive.FromString)
    answer = stub(json_format.ParseDict(request, send()), timeout=20)
    return json_format.MessageToDict(answer, preserving_proto_field_name=True)


def options_of(pool, method):
    """The method's custom options by the server's own definitions; none where it defines none."""
    try:
        options = message_factory.GetMessageClass(
            pool.FindMessageTypeByName("google.protobuf.MethodOptions")
        )()
        names = ["google.api.http", "dodil.common.access"]
        known = {name: pool.FindExtensionByName(name) for name in names}
    except KeyError:
        return {}
    options.ParseFromString(method.GetOptions().SerializeToString())
    return {
        name: json_format.MessageToDict(options.Extensions[option])
        for name, option in known.items()
        if options.HasExtension(option)
    }


def main(address):
    with grpc.insecure_channel(address) as channel:
        database = ProtoReflectionDescriptorDatabase(channel)
        pool = DescriptorPool(database)
        compute = pool.FindServiceByName(COMPUTE)
        settings = compute.methods_by_name["UpdateAppConfig"]
        report = {
            "services": sorted(database.get_services()),
            "methods": len(compute.methods),
            "settings": sorted(field.name for field in settings.input_type.fields),
            "options": options_of(pool, compute.methods_by_name["GetApp"]),
            "app": call(channel, compute.methods_by_name["GetApp"], {"app_name": "org:app"}),
            "updated": call(
                channel,
                settings,
                {"app_name": "org:app", "health_path": "", "env": {"A": "1"}, "ports": [80, 8080]},
            ),
        }
    print(json.dumps(report))


main(sys.argv[1])
