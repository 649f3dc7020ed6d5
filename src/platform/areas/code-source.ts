import type { CompileCode, ContextCode, DraftCode, GitCode } from '../../model/requests.ts'
import { size } from '../../model/words.ts'
import type { Hints } from '../calls/call-failure.ts'
import { HINTS } from '../calls/status-hints.ts'
import type { Plain } from '../codec/read.ts'

/** The message CodeSource (docs/platform.md, Drafts). `described` goes into the source that is compiled. */
export function codeSource(code: DraftCode, described: Plain): Plain {
  switch (code.kind) {
    case 'compile': {
      const runtime = { [code.runtime]: runtimeOptions(code) }
      return { compile: { runtime, source_code: code.archive, ...described } }
    }
    case 'context':
      return { image: { from_code: { archive: code.archive, ...imageBuild(code) } } }
    case 'git': {
      const { url, reference, subPath, secretRef } = code
      return { image: { from_git: { url, reference, sub_path: subPath, secret_ref: secretRef, ...imageBuild(code) } } }
    }
    case 'prebuilt':
      return { image: { prebuilt: { image_ref: code.imageRef, registry_secret_ref: code.registrySecretRef } } }
  }
}

/** Without a Dockerfile's path the platform builds with buildpacks. */
function imageBuild({ dockerfilePath, buildArgs }: ContextCode | GitCode): Plain {
  return { dockerfile_path: dockerfilePath, build_args: filled(buildArgs) }
}

/** A map that holds nothing is not asked of a server that may not know the field. */
export function filled(map: Readonly<Record<string, string>>): Plain | undefined {
  return Object.keys(map).length > 0 ? map : undefined
}

/** The fields of RustRuntime are documented; that the others call it `version` is inferred. */
function runtimeOptions({ runtime, rustTarget, toolchain }: CompileCode): Plain {
  return runtime === 'rust' ? { target: rustTarget, toolchain_version: toolchain } : { version: toolchain }
}

/** What the reader can do where the platform refuses the code. */
export function codeHints(code: DraftCode): Hints {
  switch (code.kind) {
    case 'compile':
      return sizeHints(
        code.archive,
        'Leave out what the app does not need with an `.igniteignore` file. An image can be built from more: write a Dockerfile, and set `dockerfile-path` and `builder: build-service`.'
      )
    case 'context':
      return sizeHints(
        code.archive,
        'Set `builder: build-service`, which uploads the context in pieces, or leave files out with `.dockerignore`.'
      )
    case 'git':
      return code.secretRef === undefined ? {} : secretHints('git-secret-ref', 'git', 'registry')
    case 'prebuilt':
      return code.registrySecretRef === undefined ? {} : secretHints('registry-secret-ref', 'registry', 'git')
  }
}

/** The platform's own limit is not public: 4 MB is assumed (docs/platform.md, Calls). */
export function sizeHints(archive: Uint8Array, fix: string): Hints {
  const sizes = `The request holds an archive of ${size(archive.length)}, and 4 MB is assumed to be the most. ${fix}`
  return {
    RESOURCE_EXHAUSTED: `${sizes} If it is not the size, a quota of the organization is used up.`,
    OUT_OF_RANGE: sizes
  }
}

/** Secrets of the other type are rejected; with which status is not public (docs/platform.md, Secrets). */
function secretHints(input: string, wanted: string, other: string): Hints {
  const check = `\`${input}\` must name a ${wanted} secret that exists, made with \`dodil ignite secret create NAME --type ${wanted}\`: a ${other} secret is refused.`
  return {
    INVALID_ARGUMENT: `${HINTS.INVALID_ARGUMENT} ${check}`,
    FAILED_PRECONDITION: `${HINTS.FAILED_PRECONDITION} ${check}`,
    NOT_FOUND: `${HINTS.NOT_FOUND} ${check}`
  }
}
