import { createHash } from 'node:crypto'
import type { Driver, Fields } from '../../support/driver.ts'
import { tarball } from '../../support/tarball.ts'
import { until } from '../../support/until.ts'

export type BuildMessage = {
  readonly id: string
  readonly name: string
  readonly status: string
  readonly error: string
  readonly image_refs: readonly string[]
  readonly build_args: Readonly<Record<string, string>>
  readonly metrics: Readonly<Record<string, number>> | null
}

type Files = Readonly<Record<string, string>>

/** A CreateBuildRequest with these files sent inline, as the server decodes it. */
export function inlineBuild(files: Files, request: Fields = {}): Fields {
  return { name: 'web', source: 'zipped_code', zipped_code: tarball(files), ...request }
}

export async function createBuild(driver: Driver, request: Fields): Promise<string> {
  const { build_id } = (await driver.call('BuildService/CreateBuild', request)) as { build_id: string }
  return build_id
}

export async function getBuild(driver: Driver, id: string): Promise<BuildMessage> {
  const { build } = (await driver.call('BuildService/GetBuild', { build_id: id })) as { build: BuildMessage }
  return build
}

/** The build when it is over. */
export function ended(driver: Driver, id: string): Promise<BuildMessage> {
  return until(async () => {
    const build = await getBuild(driver, id)
    return !/PENDING|RUNNING/.test(build.status) && build
  })
}

export async function builtLog(driver: Driver, id: string, from_start = true): Promise<string> {
  const chunks = (await driver.stream('BuildService/StreamBuildLogs', { build_id: id, from_start })) as {
    data: Buffer
  }[]
  return Buffer.concat(chunks.map(({ data }) => data)).toString()
}

/** Builds the files, and gives the record and the log. */
export async function build(
  driver: Driver,
  files: Files,
  request: Fields = {}
): Promise<{ build: BuildMessage; log: string }> {
  const id = await createBuild(driver, inlineBuild(files, request))
  const log = await builtLog(driver, id)
  return { build: await ended(driver, id), log }
}

/** A server in Python's own library that answers POST / with `word` and its payload, and its health path with `health`. */
export function server({ word = '"one"', health = 200 }: { word?: string; health?: number } = {}): string {
  return `
import json, os
from http.server import BaseHTTPRequestHandler, HTTPServer
class Handler(BaseHTTPRequestHandler):
    def answer(self):
        body = self.rfile.read(int(self.headers.get("content-length") or 0)).decode()
        about = {"word": ${word}, "method": self.command, "path": self.path, "body": body}
        about["headers"] = {name.lower(): value for name, value in self.headers.items()}
        status = ${health} if self.path == "/healthz" else 500 if body == "fail" else 200
        self.send_response(status)
        self.send_header("x-own", "yes")
        self.send_header("content-type", "application/json")
        self.end_headers()
        if self.command != "HEAD": self.wfile.write(json.dumps(about).encode())
    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = answer
    def log_message(self, *args): pass
HTTPServer(("127.0.0.1", int(os.environ["PORT"])), Handler).serve_forever()
`
}

export const DOCKERFILE = 'FROM python:3.12-slim\nWORKDIR /app\nCOPY . .\nUSER 65534\nCMD ["python3", "server.py"]\n'

/** The files of an image that runs `server`. */
export function webFiles(options: Parameters<typeof server>[0] = {}, dockerfile = DOCKERFILE): Files {
  return { Dockerfile: dockerfile, 'server.py': server(options) }
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
