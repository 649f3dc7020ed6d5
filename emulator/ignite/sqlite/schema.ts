/** Written into the database; another number is another version of this file. */
export const SCHEMA_VERSION = 1

export const SCHEMA = `
CREATE TABLE IF NOT EXISTS app (
  organization TEXT, name TEXT, settings TEXT NOT NULL, active_version INTEGER NOT NULL, created_at_ms INTEGER NOT NULL,
  PRIMARY KEY (organization, name)
) STRICT;
CREATE TABLE IF NOT EXISTS draft (
  organization TEXT, name TEXT, code TEXT NOT NULL, code_bytes BLOB, code_hash TEXT NOT NULL, status TEXT NOT NULL,
  deploy_id TEXT NOT NULL, error TEXT NOT NULL, created_at_ms INTEGER NOT NULL,
  PRIMARY KEY (organization, name)
) STRICT;
CREATE TABLE IF NOT EXISTS version (
  organization TEXT, name TEXT, number INTEGER, code TEXT NOT NULL, code_bytes BLOB, code_hash TEXT NOT NULL,
  resource_tier TEXT NOT NULL, scaling TEXT NOT NULL, created_at_ms INTEGER NOT NULL,
  PRIMARY KEY (organization, name, number)
) STRICT;
CREATE TABLE IF NOT EXISTS compile (
  deploy_id TEXT PRIMARY KEY, organization TEXT NOT NULL, name TEXT NOT NULL, running INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS compile_output (
  id INTEGER PRIMARY KEY, deploy_id TEXT NOT NULL, timestamp_ms INTEGER NOT NULL, data BLOB NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS compile_output_of ON compile_output (deploy_id);
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
UPDATE execution SET status = 'FAILED', error = 'interrupted: the emulator was stopped'
  WHERE status IN ('PENDING', 'RUNNING');
`
