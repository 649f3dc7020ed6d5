import { deleteApp } from './deploy/delete-app.ts'
import { deploy } from './deploy/deploy.ts'
import { draftOnly } from './deploy/draft-only.ts'
import { dryRun } from './deploy/dry-run.ts'
import { preview } from './deploy/preview.ts'
import { publishSaved } from './deploy/publish-saved.ts'
import { rollBackTo } from './deploy/roll-back.ts'
import { showStatus } from './deploy/show-status.ts'
import type { Outcome } from './model/outcome.ts'
import type { Plan } from './model/plan.ts'
import type { Tools } from './model/ports/ports.ts'

/** The story of the mode. `isClosed` says whether the run's pull request is closed by now. */
export function tell(plan: Plan, tools: Tools, isClosed: () => Promise<boolean>): Promise<Outcome> {
  switch (plan.mode) {
    case 'deploy':
      return plan.isDryRun ? dryRun(plan, tools) : deploy(plan, tools)
    case 'preview':
      return preview(plan, tools, isClosed)
    case 'draft':
      return draftOnly(plan, tools)
    case 'publish':
      return publishSaved(plan, tools)
    case 'rollback':
      return rollBackTo(plan, tools)
    case 'delete':
      return deleteApp(plan, tools)
    case 'status':
      return showStatus(plan, tools)
  }
}
