import { expect, test } from '@jest/globals'
import { drive } from '../support/driver.ts'
import { build } from './support/building.ts'

/** Shows files of the image in the log. */
function shows(...lines: string[]): string {
  return ['FROM scratch', 'WORKDIR /app', ...lines].join('\n')
}

test('the log of a build is Kaniko’s', async () => {
  await using ignite = await drive()
  const dockerfile = 'FROM python:3.12-slim\nCOPY . .\nRUN echo built by $0 && \\\n    echo twice\nUSER 65534\n'
  const { build: record, log } = await build(ignite, { Dockerfile: dockerfile, a: '' })
  expect(record).toMatchObject({ status: 'BUILD_STATUS_SUCCEEDED', error: '' })
  const shape = log.replace(/INFO\[\d{4}\]/g, 'INFO').replace(/sha256:[0-9a-f]{64}/, 'sha256:…')
  expect(shape.split('\n')).toEqual([
    'INFO Built cross stage deps: map[]',
    'INFO Retrieving image manifest python:3.12-slim',
    'INFO Retrieving image python:3.12-slim from registry index.docker.io',
    'INFO Executing 0 build triggers',
    "INFO Building stage 'python:3.12-slim' [idx: '0', base-idx: '-1']",
    'INFO Unpacking rootfs as cmd COPY . . requires it.',
    'INFO COPY . .',
    'INFO Taking snapshot of files...',
    'INFO RUN echo built by $0 &&     echo twice',
    'INFO Initializing snapshotter ...',
    'INFO Taking snapshot of full filesystem...',
    'INFO Cmd: /bin/sh',
    'INFO Args: [-c echo built by $0 &&     echo twice]',
    'INFO This emulator runs the command on this machine, as you, and not in a container.',
    'INFO Running: [/bin/sh -c echo built by $0 &&     echo twice]',
    'built by /bin/sh',
    'twice',
    'INFO Taking snapshot of full filesystem...',
    'INFO USER 65534',
    'INFO Pushing image to registry.emulator/acme/web:latest',
    'Pushed registry.emulator/acme/web@sha256:…',
    ''
  ])
})

test.each([
  ['apt-get', 'RUN apt-get update && apt-get install -y curl'],
  ['apk', 'RUN cd / && apk add --no-cache curl'],
  ['yum', 'RUN ["/usr/bin/yum", "install", "curl"]']
])('%s is refused, since it would install into this machine', async (manager, line) => {
  await using ignite = await drive()
  const { build: record, log } = await build(ignite, { Dockerfile: shows(line) })
  const why = `this emulator runs RUN on this machine, and ${manager} would install packages here: start it with --allow-system-packages if it may`
  expect(record).toMatchObject({ status: 'BUILD_STATUS_FAILED', error: expect.stringContaining(why) })
  expect(log).toContain(why)
  expect(log).not.toContain('Running:')
})

test('with --allow-system-packages they run', async () => {
  await using ignite = await drive({ systemPackages: true })
  const dockerfile = shows('COPY --chmod=755 yum .', 'RUN PATH=.:$PATH yum install curl')
  const { log } = await build(ignite, { Dockerfile: dockerfile, yum: '#!/bin/sh\necho installing $2' })
  expect(log).toContain('installing curl')
})

test('a word that only looks like a package manager is no reason', async () => {
  await using ignite = await drive()
  const { build: record } = await build(ignite, { Dockerfile: shows('RUN echo my-apt-getter yummy; : apk') })
  expect(record).toMatchObject({ status: 'BUILD_STATUS_SUCCEEDED' })
})

test.each<[string, string, RegExp]>([
  ['an argument with a default', shows('ARG WHO=nobody', 'RUN echo "<$WHO>"'), /^<nobody>$/m],
  ['an argument that is given', shows('ARG NAME=nobody', 'RUN echo "<$NAME>"'), /^<ada>$/m],
  ['an argument that is not declared', shows('RUN echo "<$NAME>"'), /^<>$/m],
  ['an argument before FROM', ['ARG NAME', 'FROM scratch', 'ARG NAME', 'RUN echo "<$NAME>"'].join('\n'), /^<ada>$/m],
  ['a variable', shows('ENV A=1 B="two words"', 'ENV C=$A+$B', 'RUN echo "<$C>"'), /^<1\+two words>$/m],
  [
    'a variable over an argument',
    shows('ARG NAME', 'ENV NAME=env', 'ENV SEEN=$NAME', 'RUN echo "<$NAME $SEEN>"'),
    /^<env env>$/m
  ],
  ['the directory', shows('WORKDIR sub', 'RUN basename "$(pwd)"'), /^sub$/m],
  ['a file', shows('COPY src/one.txt two.txt', 'RUN cat two.txt'), /^content one$/m],
  ['a file into a directory', shows('COPY src/one.txt deep/er/', 'RUN cat deep/er/one.txt'), /^content one$/m],
  ['the contents of a directory', shows('COPY src .', 'RUN cat one.txt'), /^content one$/m],
  ['a pattern', shows('COPY src/*.txt ./', 'RUN cat *.txt'), /^content one\ncontent two$/m],
  ['several files in JSON', shows('COPY ["src/one.txt", "src/two.txt", "x/"]', 'RUN cat x/two.txt'), /^content two$/m],
  ['an absolute destination', shows('COPY src/one.txt /etc/one', 'RUN cat ../etc/one'), /^content one$/m],
  ['a path that would leave', shows('COPY ../../src/one.txt .', 'RUN cat one.txt'), /^content one$/m],
  ['a mode', shows('COPY --chmod=700 src/one.txt .', 'RUN stat -c %a one.txt'), /^700$/m],
  ['a command in JSON', shows('RUN ["echo", "$HOME is literal"]'), /^\$HOME is literal$/m],
  ['the minimal environment', shows('RUN env | cut -d= -f1 | grep -c CANARY || true'), /^0$/m]
])('%s arrives', async (_what, dockerfile, shown) => {
  process.env['CANARY'] = 'x'
  await using ignite = await drive()
  const files = { Dockerfile: dockerfile, 'src/one.txt': 'content one\n', 'src/two.txt': 'content two\n' }
  const { build: record, log } = await build(ignite, files, { build_args: { NAME: 'ada' } })
  expect({ error: record.error, log }).toEqual({ error: '', log: expect.stringMatching(shown) })
})

test('a stage is begun from an earlier one and copies from one by name or number', async () => {
  await using ignite = await drive()
  const dockerfile = [
    'FROM golang:1.26 AS Base',
    'ENV WORD=kept',
    'RUN echo built > out.txt',
    'FROM base AS second',
    'RUN echo "<$WORD>" && cat out.txt',
    'FROM gcr.io/distroless/static:nonroot',
    'COPY --from=base out.txt named.txt',
    'COPY --from=1 out.txt /numbered.txt',
    'RUN cat named.txt numbered.txt && echo "<$WORD>"'
  ].join('\n')
  const { build: record, log } = await build(ignite, { Dockerfile: dockerfile })
  expect(record).toMatchObject({ error: '', metrics: { layer_count: 4, image_size_bytes: 12 } })
  expect(log).toContain('<kept>\nbuilt\n')
  expect(log).toContain('built\nbuilt\n<>\n')
  expect(log).toContain('from registry gcr.io')
})

test.each<[string, string, RegExp]>([
  [
    'a command that fails',
    'FROM x\nRUN exit 7',
    /^error building image: error building stage: failed to execute command: waiting for process to exit: exit status 7$/
  ],
  [
    'an unknown instruction',
    'FROM x\n\nRUNN y',
    /^error building image: parsing dockerfile: dockerfile parse error line 3: unknown instruction: RUNN$/
  ],
  [
    'a file that is not there',
    'FROM x\nCOPY nope.txt .',
    /^error building image: error building stage: failed to get fileinfo for \/kaniko\/buildcontext\/nope.txt: .*no such file or directory$/
  ],
  ['a stage that is not there', 'FROM x\nCOPY --from=nginx:1 a .', /own stages only, not from nginx:1$/],
  ['several files into one', 'FROM x\nCOPY Dockerfile other.txt one', /with more than one source file/],
  ['an address', 'FROM x\nADD https://example.com/x .', /copies from no URL/]
])('%s fails the build with Kaniko’s words, also in the log', async (_what, dockerfile, error) => {
  await using ignite = await drive()
  const { build: record, log } = await build(ignite, { Dockerfile: dockerfile, 'other.txt': '' })
  expect(record).toMatchObject({ status: 'BUILD_STATUS_FAILED', error: expect.stringMatching(error), image_refs: [] })
  expect(log.trimEnd().split('\n').at(-1)).toBe(record.error)
})

test('the Dockerfile is looked for where the request says, and nowhere outside of the context', async () => {
  await using ignite = await drive()
  const files = { 'deploy/Dockerfile.web': 'FROM scratch\nCOPY app.txt .\nRUN cat app.txt', 'app.txt': 'of the root' }
  const { log } = await build(ignite, files, { dockerfile: 'deploy/Dockerfile.web' })
  expect(log).toContain('of the root')
  for (const dockerfile of ['Dockerfile', '../../../../etc/hostname']) {
    const { build: record } = await build(ignite, files, { dockerfile })
    expect(record.error).toMatch(/please provide a valid path to a Dockerfile/)
  }
})

test('the same content makes the same image, and another another', async () => {
  await using ignite = await drive({ variants: ['build-digest'] })
  const refs = async (text: string, tag: string) => {
    const { build: record } = await build(ignite, { Dockerfile: 'FROM scratch\nCOPY . .', text }, { tags: [tag] })
    return record.image_refs[1]
  }
  const first = await refs('one', 'a')
  expect(first).toMatch(/^registry\.emulator\/acme\/web@sha256:[0-9a-f]{64}$/)
  expect(await refs('one', 'b')).toBe(first)
  expect(await refs('two', 'c')).not.toBe(first)
})
