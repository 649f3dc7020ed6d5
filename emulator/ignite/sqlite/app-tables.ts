import type { DatabaseSync } from 'node:sqlite'
import type { App, Draft, Version } from '../model/model.ts'
import type { Store } from '../model/store.ts'
import { type CodeColumns, codeColumns, codeOf } from './code-columns.ts'

type AppRow = {
  readonly organization: string
  readonly name: string
  readonly settings: string
  readonly active_version: number
  readonly created_at_ms: number
}

/** Apps. */
export function appTable(db: DatabaseSync): Pick<Store, 'app' | 'apps' | 'allApps' | 'putApp' | 'deleteApp'> {
  const one = db.prepare('SELECT * FROM app WHERE organization = ? AND name = ?')
  const all = db.prepare('SELECT * FROM app ORDER BY organization, name')
  const own = db.prepare('SELECT * FROM app WHERE organization = ? ORDER BY name')
  const put = db.prepare('INSERT OR REPLACE INTO app VALUES (?, ?, ?, ?, ?)')
  const drops = ['app', 'draft', 'version', 'log_line'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE organization = ? AND name = ?`)
  )
  return {
    app: ({ organization, name }) => {
      const row = one.get(organization, name)
      return row && appOf(row as AppRow)
    },
    allApps: () => all.all().map((row) => appOf(row as AppRow)),
    apps: (organization) => own.all(organization).map((row) => appOf(row as AppRow)),
    putApp: ({ organization, name, settings, activeVersion, createdAtMs }) => {
      put.run(organization, name, JSON.stringify(settings), activeVersion, createdAtMs)
    },
    deleteApp: ({ organization, name }) => {
      for (const drop of drops) drop.run(organization, name)
    }
  }
}

function appOf({ organization, name, settings, active_version, created_at_ms }: AppRow): App {
  const activeVersion = active_version
  return { organization, name, settings: JSON.parse(settings), activeVersion, createdAtMs: created_at_ms }
}

type DraftRow = CodeColumns & {
  readonly image_ref: string
  readonly code_hash: string
  readonly status: Draft['status']
  readonly deploy_id: string
  readonly error: string
  readonly created_at_ms: number
}

/** Draft slots. */
export function draftTable(db: DatabaseSync): Pick<Store, 'draft' | 'putDraft' | 'deleteDraft'> {
  const one = db.prepare('SELECT * FROM draft WHERE organization = ? AND name = ?')
  const put = db.prepare('INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const drop = db.prepare('DELETE FROM draft WHERE organization = ? AND name = ?')
  return {
    draft: ({ organization, name }) => {
      const row = one.get(organization, name)
      return row && draftOf(row as DraftRow)
    },
    putDraft: ({ organization, name }, { imageRef, codeHash, status, deployId, error, createdAtMs, ...draft }) => {
      const { code, code_bytes } = codeColumns(draft.code)
      put.run(organization, name, code, code_bytes, imageRef, codeHash, status, deployId, error, createdAtMs)
    },
    deleteDraft: ({ organization, name }) => {
      drop.run(organization, name)
    }
  }
}

function draftOf({ image_ref, code_hash, status, deploy_id, error, created_at_ms, ...columns }: DraftRow): Draft {
  return {
    code: codeOf(columns),
    imageRef: image_ref,
    codeHash: code_hash,
    status,
    deployId: deploy_id,
    error,
    createdAtMs: created_at_ms
  }
}

type VersionRow = CodeColumns & {
  readonly image_ref: string
  readonly number: number
  readonly code_hash: string
  readonly resource_tier: string
  readonly scaling: string
  readonly created_at_ms: number
}

/** Published versions. */
export function versionTable(db: DatabaseSync): Pick<Store, 'versions' | 'version' | 'addVersion'> {
  const all = db.prepare('SELECT * FROM version WHERE organization = ? AND name = ? ORDER BY number')
  const one = db.prepare('SELECT * FROM version WHERE organization = ? AND name = ? AND number = ?')
  const add = db.prepare('INSERT INTO version VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  return {
    versions: ({ organization, name }) => all.all(organization, name).map((row) => versionOf(row as VersionRow)),
    version: ({ organization, name }, number) => {
      const row = one.get(organization, name, number)
      return row && versionOf(row as VersionRow)
    },
    addVersion: ({ organization, name }, { number, imageRef, codeHash, resourceTier, createdAtMs, ...version }) => {
      const { code, code_bytes } = codeColumns(version.code)
      const shape = JSON.stringify(version.scaling)
      add.run(organization, name, number, code, code_bytes, imageRef, codeHash, resourceTier, shape, createdAtMs)
    }
  }
}

function versionOf({
  number,
  image_ref,
  code_hash,
  resource_tier,
  scaling,
  created_at_ms,
  ...columns
}: VersionRow): Version {
  return {
    number,
    code: codeOf(columns),
    imageRef: image_ref,
    codeHash: code_hash,
    resourceTier: resource_tier,
    scaling: JSON.parse(scaling),
    createdAtMs: created_at_ms
  }
}
