/**
 * The doubts about the real platform, each a switch. Without any, the emulator behaves as the
 * first word of each comment says.
 */
export const VARIANTS = {
  'reflection-v1': 'serves grpc.reflection.v1 only (default: v1 and v1alpha)',
  'reflection-v1alpha': 'serves grpc.reflection.v1alpha only',
  'reflection-none': 'serves no reflection',
  'reflection-one-file':
    'answers with one file at a time; the imports must be asked for (default: the closure at once)',
  'custom-options': 'descriptors carry custom options, extensions and imports that nobody can resolve but the server',
  'status-spelling': 'other words for the draft and version states that no page prints',
  'draft-cleared': 'publishing empties the draft slot (default: the draft stays)',
  'draft-not-found': 'an app without a draft answers NOT_FOUND (default: an empty answer)',
  'compile-logs-live': 'a compile log begins where it is attached (default: it is told from the start)',
  'compile-logs-lines': 'compile logs come as lines (default: as bytes, cut anywhere)',
  'compile-sdk-refused':
    'CompileDraft refuses Go and Deno, which are compiled while they are published (default: it compiles them)',
  'compile-image-refused':
    'CompileDraft and TestDraft refuse images, which are built while they are published (default: both build them)',
  'save-builds':
    'SaveDraft starts to build an image: the draft is compiling, and has a deploy_id (default: it does not)',
  'build-digest': 'a build also names its image by digest (default: by its tags only)',
  'no-code-hash': 'the messages have no code_hash field (default: 8 hex characters)',
  'settings-replace':
    'UpdateAppConfig replaces env and ports by what is sent (default: env merges, ports replace when given)',
  'settings-no-presence': 'UpdateAppConfig has no optional fields and replaces all settings by what is sent',
  'settings-mask': 'UpdateAppConfig has an update_mask and changes only what it names',
  'storage-fixed':
    'UpdateAppConfig has no storage_mode and no ttl_secs: CreateApp alone takes them (default: both take them)',
  'schemas-in-draft':
    'SaveDraft takes the schemas, and dependencies (default: UpdateAppConfig the schemas, nothing dependencies)',
  'schemas-in-source': 'the source that SaveDraft compiles takes the schemas, and dependencies',
  'payload-string': 'payloads and outputs are strings (default: bytes)',
  'payload-parsed': 'Python handlers get what JSON makes of the payload, else text, else bytes (default: bytes always)',
  'traceback-in-output': 'the traceback of a failed execution is in its output alone (default: in its error as well)',
  'public-urls-map': 'public_urls is a map from port to URL (default: a list)',
  'code-text':
    'GetAppCode gives contents as strings, and the code of images that were built from it too (default: as bytes, and no files of images)',
  'no-app-code': 'there is no GetAppCode',
  'reports-otherwise':
    'an app’s state, log, events and replicas have other names and shapes, and the log can only be followed',
  'version-description': 'PublishDraft takes a description of the version (default: it takes none)',
  'slow-routes':
    'the URL of a new app leads nowhere for two seconds after its first publish (default: it leads at once)'
} as const

export type Variant = keyof typeof VARIANTS
export type Variants = ReadonlySet<Variant>

export function isVariant(name: string): name is Variant {
  return Object.hasOwn(VARIANTS, name)
}
