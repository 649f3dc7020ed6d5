import './require-node.ts'

// Reads the state before anything else is imported: a post with nothing to do must cost nothing.
const text = process.env['STATE_ignite_deploy']
if (text && !text.includes('"closed":true')) await import('./post-open.ts').then(({ postOpen }) => postOpen(text))
