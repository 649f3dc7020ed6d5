import type { DatabaseSync } from 'node:sqlite'
import type { Build, BuildContext, BuildSecrets, Image, Secret } from '../model/image-model.ts'
import type { Store } from '../model/store.ts'

type Row = { readonly record: string }
type BuildRow = Row & Pick<Build, 'status' | 'error'>

/** The build service's builds, contexts and secrets. */
export function buildTables(
  db: DatabaseSync
): Pick<
  Store,
  'build' | 'builds' | 'putBuild' | 'buildContext' | 'putBuildContext' | 'buildSecrets' | 'putBuildSecrets'
> {
  const one = db.prepare('SELECT * FROM build WHERE id = ?')
  const newest = db.prepare(
    'SELECT * FROM build WHERE organization = ?1 AND (?2 IS NULL OR status = ?2) ORDER BY number DESC LIMIT ?3'
  )
  const put = db.prepare(
    `INSERT INTO build (id, organization, status, error, record) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET status = excluded.status, error = excluded.error, record = excluded.record`
  )
  const contexts = records<BuildContext>(db, 'build_context', 'id')
  const secrets = records<BuildSecrets>(db, 'build_secrets', 'organization')
  return {
    build: (id) => {
      const row = one.get(id)
      return row && buildOf(row as BuildRow)
    },
    builds: (organization, { status, limit }) =>
      newest.all(organization, status ?? null, limit).map((row) => buildOf(row as BuildRow)),
    putBuild: ({ status, error, ...build }) => {
      put.run(build.id, build.organization, status, error, JSON.stringify(build))
    },
    buildContext: contexts.get,
    putBuildContext: (context) => contexts.put(context.id, context),
    buildSecrets: secrets.get,
    putBuildSecrets: secrets.put
  }
}

function buildOf({ record, status, error }: BuildRow): Build {
  return { ...JSON.parse(record), status, error }
}

/** The secrets of organizations, with their values. */
export function secretTable(db: DatabaseSync): Pick<Store, 'secret' | 'secrets' | 'putSecret' | 'deleteSecret'> {
  const one = db.prepare('SELECT record FROM secret WHERE organization = ? AND name = ?')
  const all = db.prepare('SELECT record FROM secret WHERE organization = ? ORDER BY name')
  const put = db.prepare('INSERT OR REPLACE INTO secret VALUES (?, ?, ?)')
  const drop = db.prepare('DELETE FROM secret WHERE organization = ? AND name = ?')
  const secretOf = (row: object): Secret => JSON.parse((row as Row).record)
  return {
    secret: (organization, name) => {
      const row = one.get(organization, name)
      return row && secretOf(row)
    },
    secrets: (organization) => all.all(organization).map(secretOf),
    putSecret: (secret) => {
      put.run(secret.organization, secret.name, JSON.stringify(secret))
    },
    deleteSecret: (organization, name) => {
      drop.run(organization, name)
    }
  }
}

/** Images, and what the tags of our own registry stand for. */
export function imageTables(
  db: DatabaseSync
): Pick<Store, 'image' | 'images' | 'putImage' | 'imageTag' | 'putImageTag'> {
  const images = records<Image>(db, 'image', 'digest')
  const all = db.prepare('SELECT record FROM image')
  const tag = db.prepare('SELECT digest FROM image_tag WHERE reference = ?')
  const putTag = db.prepare('INSERT OR REPLACE INTO image_tag VALUES (?, ?)')
  return {
    image: images.get,
    images: () => all.all().map((row) => JSON.parse((row as Row).record)),
    putImage: (image) => images.put(image.digest, image),
    imageTag: (reference) => (tag.get(reference) as { digest: string } | undefined)?.digest,
    putImageTag: (reference, digest) => {
      putTag.run(reference, digest)
    }
  }
}

/** A table of JSON records under one key. */
function records<T>(
  db: DatabaseSync,
  table: string,
  key: string
): { get(id: string): T | undefined; put(id: string, record: T): void } {
  const one = db.prepare(`SELECT record FROM ${table} WHERE ${key} = ?`)
  const put = db.prepare(`INSERT OR REPLACE INTO ${table} VALUES (?, ?)`)
  return {
    get: (id) => {
      const row = one.get(id) as Row | undefined
      return row && JSON.parse(row.record)
    },
    put: (id, record) => {
      put.run(id, JSON.stringify(record))
    }
  }
}
