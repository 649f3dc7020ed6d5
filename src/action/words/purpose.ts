import type { GitSource, Plan, Source } from '../../model/plan.ts'
import { withShortDigests } from '../../model/values/words.ts'

/** What goes where, as far as the name of the place. */
export function purposeOf(plan: Plan, app: string): string {
  switch (plan.mode) {
    case 'deploy': {
      const doing = plan.isDryRun ? 'Dry run, which changes nothing: deploying' : 'Deploying'
      return `${doing} ${app} from ${shownSource(plan.source)} to`
    }
    case 'preview':
      return `Deploying the preview ${app} from ${shownSource(plan.source)} to`
    case 'draft':
      return `Saving a draft of ${app} from ${shownSource(plan.source)} at`
    case 'publish':
      return `Publishing the draft ${withShortDigests(plan.expectedCode)} of ${app} at`
    case 'rollback':
      return `Rolling ${app} back to ${plan.version === 'previous' ? 'its previous version' : `version ${plan.version}`} at`
    case 'delete':
      return `Deleting ${app} at`
    case 'status':
      return `Reading ${app} at`
  }
}

/** Only a commit means the same tomorrow. */
function shownReference(reference: string | undefined): string {
  if (reference !== undefined && /^[0-9a-f]{40,64}$/.test(reference)) return reference
  return `${reference ?? 'its default branch'}, as it is now`
}

function shownBuild({ subPath, build }: GitSource): string {
  const from = subPath === undefined ? '' : `of its ${subPath}, `
  return `an image, ${from}by ${build.dockerfilePath ?? 'buildpacks'}`
}

function shownSource(source: Source): string {
  switch (source.kind) {
    case 'code':
      return `${source.shownPath} (${source.runtimeFrom ? `${source.runtime}, found by ${source.runtimeFrom}` : source.runtime})`
    case 'context':
      return `${source.shownPath} (an image, by ${source.build.dockerfilePath ?? 'buildpacks'})`
    case 'git':
      return `${source.url} at ${shownReference(source.reference)} (${shownBuild(source)})`
    case 'image':
      return `the image ${withShortDigests(source.reference)}`
  }
}
