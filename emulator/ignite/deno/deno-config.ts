const IMPORTS = { ignite: './deno/sdk/ignite/bootstrap.ts', 'ignite/store': './deno/sdk/ignite/store.ts' }

/** A deno.json or deno.jsonc that maps the SDK, with the imports that it had; undefined where it is no JSON object. */
export function withSdkMapped(text: string): string | undefined {
  const config = parsed(text)
  if (typeof config !== 'object' || config === null || Array.isArray(config)) return undefined
  const { imports } = config as { imports?: object }
  return JSON.stringify({ ...config, imports: { ...imports, ...IMPORTS } }, null, 2)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(withoutComments(text))
  } catch {
    return undefined
  }
}

/** Comments and commas before a closing bracket, as jsonc has them; what is quoted stays. */
function withoutComments(text: string): string {
  const quoted = /"(?:[^"\\]|\\.)*"/
  const plain = text.replace(new RegExp(`(${quoted.source})|//.*|/\\*[\\s\\S]*?\\*/`, 'g'), (_all, kept) => kept ?? '')
  return plain.replace(new RegExp(`(${quoted.source})|,(?=\\s*[\\]}])`, 'g'), (_all, kept) => kept ?? '')
}
