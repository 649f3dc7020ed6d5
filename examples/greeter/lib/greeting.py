"""The words of the greeting."""


def greeting(name):
    return f"Hello, {name}!"
