import './require-node.ts'

// Reads the state before anything else is imported: a post with nothing to do must cost nothing.
const text = process.env['STATE_ignite_deploy']
const isSettled = !text || text.includes('"closed":true')
// What stays live after a job that fails is told, though nothing is to do.
const isToTell = text?.includes('"live":') && /^(?:failure|cancelled)$/.test(process.env['INPUT_JOB-STATUS'] ?? '')
if (text && (!isSettled || isToTell)) await import('./post-open.ts').then(({ postOpen }) => postOpen(text))
