/** Written into the database; another number is another version of this file. */
export const SCHEMA_VERSION = 2

export const SCHEMA = `
CREATE TABLE IF NOT EXISTS app (
  organization TEXT, name TEXT, settings TEXT NOT NULL, active_version INTEGER NOT NULL, created_at_ms INTEGER NOT NULL,
  PRIMARY KEY (organization, name)
) STRICT;
CREATE TABLE IF NOT EXISTS draft (
  organization TEXT, name TEXT, code TEXT NOT NULL, code_bytes BLOB, image_ref TEXT NOT NULL,
  code_hash TEXT NOT NULL, status TEXT NOT NULL, deploy_id TEXT NOT NULL, error TEXT NOT NULL, created_at_ms INTEGER NOT NULL,
  PRIMARY KEY (organization, name)
) STRICT;
CREATE TABLE IF NOT EXISTS version (
  organization TEXT, name TEXT, number INTEGER, code TEXT NOT NULL, code_bytes BLOB, image_ref TEXT NOT NULL,
  code_hash TEXT NOT NULL, resource_tier TEXT NOT NULL, scaling TEXT NOT NULL, created_at_ms INTEGER NOT NULL,
  PRIMARY KEY (organization, name, number)
) STRICT;
CREATE TABLE IF NOT EXISTS compile (
  deploy_id TEXT PRIMARY KEY, organization TEXT NOT NULL, name TEXT NOT NULL, running INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS output (
  id INTEGER PRIMARY KEY, job TEXT NOT NULL, timestamp_ms INTEGER NOT NULL, data BLOB NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS output_of ON output (job);
CREATE TABLE IF NOT EXISTS build (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, organization TEXT NOT NULL, status TEXT NOT NULL,
  error TEXT NOT NULL, record TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS build_of ON build (organization, number);
CREATE TABLE IF NOT EXISTS build_context (id TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS build_secrets (organization TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS secret (
  organization TEXT, name TEXT, record TEXT NOT NULL,
  PRIMARY KEY (organization, name)
) STRICT;
CREATE TABLE IF NOT EXISTS image (digest TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS image_tag (reference TEXT PRIMARY KEY, digest TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS execution (
  id TEXT PRIMARY KEY, organization TEXT NOT NULL, name TEXT NOT NULL, status TEXT NOT NULL, output BLOB NOT NULL,
  error TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS log_line (
  id INTEGER PRIMARY KEY, organization TEXT NOT NULL, name TEXT NOT NULL, timestamp_ms INTEGER NOT NULL,
  replica_id TEXT NOT NULL, stream TEXT NOT NULL, message TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS log_line_of ON log_line (organization, name);
`

/** What a killed emulator left running is over, and nobody will ever say how it went. */
export const INTERRUPT = `
UPDATE draft SET status = 'FAILED', error = 'interrupted: the emulator was stopped' WHERE status = 'COMPILING';
UPDATE compile SET running = 0 WHERE running = 1;
UPDATE build SET status = 'FAILED', error = 'interrupted: the emulator was stopped'
  WHERE status IN ('PENDING', 'RUNNING');
UPDATE execution SET status = 'FAILED', error = 'interrupted: the emulator was stopped'
  WHERE status IN ('PENDING', 'RUNNING');
`
