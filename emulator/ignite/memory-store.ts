import { type App, type AppKey, appId, type Draft, type Execution, type LogLine, type Version } from './model.ts'
import type { Store } from './store.ts'

/** Lines kept an app: the platform forgets logs as well, and a chatty handler must not fill the memory. */
const KEPT_LINES = 10_000

/** A store that lives as long as the process. */
export function createMemoryStore(): Store {
  const apps = new Map<string, App>()
  const drafts = new Map<string, Draft>()
  const versions = new Map<string, Version[]>()
  const executions = new Map<string, Execution>()
  const logs = new Map<string, LogLine[]>()
  return {
    app: (key) => apps.get(appId(key)),
    apps: (organization) =>
      [...apps.values()].filter((app) => app.organization === organization).sort((a, b) => (a.name < b.name ? -1 : 1)),
    putApp: (app) => void apps.set(appId(app), app),
    deleteApp: (key) => {
      for (const table of [apps, drafts, versions, logs]) table.delete(appId(key))
    },

    draft: (key) => drafts.get(appId(key)),
    putDraft: (key, draft) => void drafts.set(appId(key), draft),
    deleteDraft: (key) => void drafts.delete(appId(key)),

    versions: (key) => versions.get(appId(key)) ?? [],
    version: (key, number) => versions.get(appId(key))?.find((version) => version.number === number),
    addVersion: (key, version) => rows(versions, key).push(version),

    execution: (id) => executions.get(id),
    putExecution: (execution) => void executions.set(execution.id, execution),

    appendLog: (key, line) => {
      const lines = rows(logs, key)
      lines.push(line)
      if (lines.length > KEPT_LINES) lines.splice(0, lines.length - KEPT_LINES)
    },
    logs: (key, limit) => logs.get(appId(key))?.slice(-limit) ?? []
  }
}

function rows<T>(table: Map<string, T[]>, key: AppKey): T[] {
  const found = table.get(appId(key)) ?? []
  table.set(appId(key), found)
  return found
}
