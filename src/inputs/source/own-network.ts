import type { Source } from '../../model/plan.ts'
import { defaultTokenUrl, type Endpoint } from '../../model/values/endpoint.ts'
import { parseImageReference } from '../../model/values/image-reference.ts'
import { isPrivateHost } from '../../model/values/private-host.ts'
import type { InputReader } from '../input-reader.ts'

/** What the platform fetches by itself it must reach. Of a platform of somebody's own nothing is known. */
export function rejectOwnNetwork(inputs: InputReader, source: Source, endpoint: Endpoint): void {
  if (defaultTokenUrl(endpoint) === undefined) return
  if (source.kind === 'git') {
    const host = gitHost(source.url)
    if (host === undefined || !isPrivateHost(host)) return
    inputs.reject(
      ['git-url'],
      `\`git-url\` names the host ${host}, which only a network of your own reaches: the platform clones from the internet.`,
      'Run actions/checkout in a step before this one, and set `code` in place of `git-url`.'
    )
  }
  if (source.kind === 'image') {
    const host = imageHost(source.reference)
    if (host === undefined || !isPrivateHost(host)) return
    inputs.reject(
      ['image-ref'],
      `\`image-ref\` names the registry ${host}, which only a network of your own reaches: the platform pulls from the internet.`,
      'Push the image to a registry that the internet reaches, such as ghcr.io, in a step before this one, and name it there.'
    )
  }
}

function gitHost(url: string): string | undefined {
  const [, scpHost] = /^[^@/]+@([^:/]+):/.exec(url) ?? []
  return scpHost ?? URL.parse(url)?.hostname.toLowerCase()
}

function imageHost(reference: string): string | undefined {
  const host = parseImageReference(reference)?.host
  return host === undefined ? undefined : URL.parse(`https://${host}`)?.hostname
}
