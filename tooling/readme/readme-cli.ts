/** Writes the tables of the README: `npm run readme`. */
import { writeFileSync } from 'node:fs'
import { currentReadme, README } from './readme.ts'

writeFileSync(README, currentReadme())
