import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Workspace } from '../../support/deploying.ts'

/** A handler that answers with its own files, by the hash of their bytes, with its environment, and with its version. */
const MIRROR = `
import hashlib, json, os
from pathlib import Path

def handler(payload, ctx):
    root = Path(__file__).resolve().parent
    files = {str(p.relative_to(root)): hashlib.sha256(p.read_bytes()).hexdigest()
             for p in root.rglob("*") if p.is_file() and p.suffix != ".pyc"}
    # A platform of the variant payload-parsed has read it already.
    asked = payload if isinstance(payload, dict) else json.loads(payload)
    return {"version": "one", "files": files, "env": {k: os.environ.get(k) for k in asked.get("env", [])}}
`

const PACKED: Readonly<Record<string, string | Uint8Array>> = {
  'handler.py': MIRROR,
  'lib/deep/ünïcode name.txt': 'grüße\r\n',
  'data.bin': Uint8Array.from({ length: 1024 }, (_, i) => (i * 31) % 256),
  'empty.txt': '',
  '.hidden': 'x'
}

/** What must never leave, or is left out as the platform's CLI does. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  '.git/config': 'token',
  '.env': 'SECRET=1',
  'node_modules/x/index.js': '',
  '__pycache__/handler.cpython-313.pyc': ''
}

/** Puts the mirror app in place of the greeter. */
export function writeMirror(workspace: Workspace): void {
  for (const [file, content] of Object.entries({ ...PACKED, ...LEFT_OUT })) {
    const where = path.join(workspace.path, 'mirror', file)
    mkdirSync(path.dirname(where), { recursive: true })
    writeFileSync(where, content)
  }
}

/** Makes version `two` of it. */
export function changeMirror(workspace: Workspace): void {
  const where = path.join(workspace.path, 'mirror/handler.py')
  writeFileSync(where, readFileSync(where, 'utf8').replace('"version": "one"', '"version": "two"'))
}

/** What the mirror is to show. */
export function mirrored(version: 'one' | 'two'): object {
  const handler = MIRROR.replace('"version": "one"', `"version": "${version}"`)
  const files = Object.entries({ ...PACKED, 'handler.py': handler })
  return {
    version,
    files: Object.fromEntries(
      files.map(([file, content]) => [file, createHash('sha256').update(content).digest('hex')])
    )
  }
}
