import { writeSync } from 'node:fs'

// Imported before all else, and for what it does: an old Node must come as far as this.
const NEEDED = 24
const found = process.versions.node

if (Number(found.split('.')[0]) < NEEDED) {
  writeSync(
    1,
    `::error title=Node is too old::This action needs Node ${NEEDED} and was started by Node ${found} (${process.execPath}). ` +
      `Update the runner, or, where it takes node from PATH (act, Gitea), put Node ${NEEDED} there.\n`
  )
  process.exit(1)
}
