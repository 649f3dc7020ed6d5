/** An app at one moment of its life. */
export type Greeter = {
  /** Their texts, by their paths in the checkout. */
  readonly files: Readonly<Record<string, string>>
  readonly env: string
}

const HANDLER = `"""Greets by name."""

import json

from words import greeting


def handler(payload, ctx):
    asked = json.loads(payload or b"{}")
    return {"greeting": greeting(asked.get("name", "world"))}
`

const HELLO = `def greeting(name):
    return f"Hello, {name}!"
`

const BY_THE_CLOCK = `from datetime import datetime


def greeting(name):
    words = "Good morning" if datetime.now().hour < 12 else "Good evening"
    return f"{words}, {name}!"
`

function greeter(words: string, env: string): Greeter {
  const tests = { 'tests/ada.json': '{"name": "Ada"}\n', 'tests/nobody.json': '{}\n' }
  return { files: { ...tests, 'greeter/handler.py': HANDLER, 'greeter/words.py': words }, env }
}

export const FIRST_GREETER = greeter(HELLO, 'LOG_LEVEL=info')
export const SECOND_GREETER = greeter(BY_THE_CLOCK, 'LOG_LEVEL=debug\nGREETER_ZONE=UTC')

/** It needs a package that no file names. */
export const BROKEN_GREETER = greeter(`import humanize\n\n${BY_THE_CLOCK}`, SECOND_GREETER.env)
