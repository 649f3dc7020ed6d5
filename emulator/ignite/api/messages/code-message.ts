import { ArchiveError } from '../../code/archive.ts'
import { codeFiles, missingEntry } from '../../code/code-files.ts'
import { type Code, RUNTIMES, type SdkCode } from '../../model/model.ts'
import { bytes, type Fields, invalid, message, text, textMap } from '../../model/request-fields.ts'

/** The CodeSource of a request. Throws INVALID_ARGUMENT for one that the platform could do nothing with. */
export async function readCodeSource(source: Fields | undefined): Promise<Code> {
  const compile = source && message(source, 'compile')
  const image = source && message(source, 'image')
  if (compile) return checkedSdk(compile)
  if (image) return imageCode(image)
  throw invalid('code is required: compile or image')
}

/** The bytes that a code hash is taken over; undefined where none were sent. */
export function hashedBytes(code: Code): Uint8Array | undefined {
  if (code.kind === 'SDK') return code.bytes
  return code.kind === 'UPLOAD_IMAGE' ? code.archive : undefined
}

/** The runtime as the Runtime message has it; undefined for images. */
export function runtimeMessage(code: Code): object | undefined {
  return code.kind === 'SDK' ? { [code.runtime.name]: code.runtime.options } : undefined
}

async function checkedSdk(compile: Fields): Promise<SdkCode> {
  const runtime = message(compile, 'runtime') ?? {}
  const name = RUNTIMES.find((candidate) => message(runtime, candidate))
  if (!name) throw invalid(`code.compile.runtime is required: ${RUNTIMES.join(', ')}`)
  const source = bytes(compile, 'source_code')
  if (source.length === 0) throw invalid('code.compile.source_code is empty')
  const code: SdkCode = { kind: 'SDK', runtime: { name, options: message(runtime, name) ?? {} }, bytes: source }
  const missing = missingEntry(await readable(code), name)
  if (missing) throw invalid(`the archive has no ${missing} at its root`)
  return code
}

async function readable(code: SdkCode): ReturnType<typeof codeFiles> {
  try {
    return await codeFiles(code)
  } catch (error) {
    if (error instanceof ArchiveError) throw invalid(error.message)
    throw error
  }
}

function imageCode(image: Fields): Code {
  const prebuilt = message(image, 'prebuilt')
  const upload = message(image, 'from_code')
  const git = message(image, 'from_git')
  if (prebuilt) {
    if (!text(prebuilt, 'image_ref')) throw invalid('code.image.prebuilt.image_ref is required')
    const registrySecretRef = text(prebuilt, 'registry_secret_ref')
    return { kind: 'PREBUILT', imageRef: text(prebuilt, 'image_ref'), registrySecretRef }
  }
  if (upload) {
    const archive = bytes(upload, 'archive')
    if (archive.length === 0) throw invalid('code.image.from_code.archive is empty')
    const args = textMap(upload, 'build_args')
    return { kind: 'UPLOAD_IMAGE', archive, dockerfilePath: text(upload, 'dockerfile_path'), args }
  }
  if (git) return gitImage(git)
  throw invalid('code.image is empty: prebuilt, from_code or from_git')
}

function gitImage(git: Fields): Code {
  if (!text(git, 'url')) throw invalid('code.image.from_git.url is required')
  return {
    kind: 'GIT_IMAGE',
    args: textMap(git, 'build_args'),
    git: {
      url: text(git, 'url'),
      reference: text(git, 'reference'),
      subPath: text(git, 'sub_path'),
      dockerfilePath: text(git, 'dockerfile_path'),
      secretRef: text(git, 'secret_ref')
    }
  }
}
