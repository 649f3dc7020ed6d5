import type { CompileCode, ContextCode, DraftCode, GitCode } from '../../model/requests.ts'
import { secretAdvice, sizeAdvice } from '../advice/calls.ts'
import type { CallAdvice } from '../advice/statuses.ts'
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
export function codeAdvice(code: DraftCode): CallAdvice {
  switch (code.kind) {
    case 'compile':
      return sizeAdvice(code.archive, 'source')
    case 'context':
      return sizeAdvice(code.archive, 'draftContext')
    case 'git':
      return code.secretRef === undefined ? {} : secretAdvice('git-secret-ref')
    case 'prebuilt':
      return code.registrySecretRef === undefined ? {} : secretAdvice('registry-secret-ref')
  }
}
