/** Compares what the steps of the self-test workflow gave with what they must give, and calls the apps: `npm run selftest`. */

type Step = { readonly outputs: Readonly<Record<string, string>> }
type Expectation = { readonly outputs: Readonly<Record<string, string>>; readonly called: boolean }

const PUBLISHED = {
  status: 'published',
  reason_code: 'ok',
  published_version: '1',
  active_version: '1',
  changed: 'true'
}

const EXPECTED: Readonly<Record<string, Expectation>> = {
  code: { outputs: { ...PUBLISHED, app_id: 'acme/greeter', test_status: 'passed' }, called: true },
  dockerfile: { outputs: { ...PUBLISHED, app_id: 'acme/web' }, called: true },
  buildpacks: { outputs: { ...PUBLISHED, app_id: 'acme/web-from-buildpacks' }, called: true },
  service: { outputs: { ...PUBLISHED, app_id: 'acme/web-from-service' }, called: true },
  git: { outputs: { ...PUBLISHED, app_id: 'acme/web-from-git' }, called: true },
  image: {
    outputs: { ...PUBLISHED, app_id: 'acme/web-from-registry', image_ref: 'registry.example/acme/web:1' },
    called: true
  },
  again: {
    outputs: { status: 'unchanged', published_version: '', active_version: '1', changed: 'false' },
    called: false
  }
}

const steps = JSON.parse(process.env['STEPS'] ?? '{}') as Readonly<Record<string, Step>>
const faults = (
  await Promise.all(
    Object.entries(EXPECTED).map(async ([id, expectation]) => faultsOf(id, steps[id]?.outputs ?? {}, expectation))
  )
).flat()
for (const fault of faults) process.stdout.write(`::error::${fault}\n`)
if (faults.length > 0) process.exitCode = 1

async function faultsOf(id: string, outputs: Step['outputs'], expectation: Expectation): Promise<readonly string[]> {
  const wrong = Object.entries(expectation.outputs)
    .filter(([name, value]) => (outputs[name] ?? '') !== value)
    .map(([name, value]) => `${id}: ${name} is '${outputs[name] ?? ''}', not '${value}'`)
  return expectation.called ? [...wrong, ...(await faultOfApp(id, outputs['url'] ?? ''))] : wrong
}

/** All of the examples greet. */
async function faultOfApp(id: string, url: string): Promise<readonly string[]> {
  if (url === '') return [`${id}: url is empty`]
  const answer = await fetch(url, { method: 'POST', body: '{"name":"Ada"}' })
  const text = await answer.text()
  process.stdout.write(`${id}: ${url} ${answer.status} ${text}\n`)
  return text.includes('Hello, Ada!') ? [] : [`${id}: ${url} answers ${text}`]
}
