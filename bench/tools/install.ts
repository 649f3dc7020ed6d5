import { execFileSync, type StdioOptions } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { CACHE, ROOT } from '../scene/places.ts'
import { missing } from './missing.ts'

const GRPCURL = 'github.com/fullstorydev/grpcurl/cmd/grpcurl@v1.9.3'
const WRANGLER = 'wrangler@4'

const stdio: StdioOptions = ['ignore', 'inherit', 'inherit']

/** Fetches and builds what the rows compare with, into a directory that git and npm leave alone. */
export function install(): void {
  mkdirSync(CACHE, { recursive: true })
  const lack = missing('go')
  if (lack) console.log(`grpcurl and the uploader in Go: ${lack}`)
  else {
    execFileSync('go', ['install', GRPCURL], { stdio, env: { ...process.env, GOBIN: CACHE } })
    const uploader = path.join(ROOT, 'bench/programs/go-uploader')
    execFileSync('go', ['build', '-o', path.join(CACHE, 'go-uploader'), '.'], { stdio, cwd: uploader })
  }
  const prefix = path.join(CACHE, 'wrangler')
  mkdirSync(prefix, { recursive: true })
  execFileSync('npm', ['install', '--prefix', prefix, '--no-save', '--ignore-scripts', '--no-audit', WRANGLER], {
    stdio
  })
  const lackOfPigz = missing('pigz')
  if (lackOfPigz) console.log(`${lackOfPigz}: install it with your package manager, as in apt-get install pigz`)
}
