import { WholeLog } from '../../../src/log/whole-log.ts'

// Writes 10 kB to a whole log in the directory that is named, and tells what came of it.
const troubles: string[] = []
const whole = new WholeLog({
  temp: process.argv[2] ?? '',
  onMade: () => undefined,
  onTrouble: (text) => void troubles.push(text)
})
for (let block = 0; block < 10; block++) whole.write(Buffer.from(`| ${'x'.repeat(997)}\n`))
console.log(JSON.stringify({ troubles, path: whole.path, where: whole.where }))
