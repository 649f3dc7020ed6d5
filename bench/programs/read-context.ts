/** Opens a build context and reads all of its chunks. Usage: read-context DIRECTORY */
import { openedContext } from './opened-context.ts'

const [root = ''] = process.argv.slice(2)
const context = await openedContext(root)
let bytes = 0
for await (const chunk of context.open().chunks) bytes += chunk.length
console.log(bytes)
