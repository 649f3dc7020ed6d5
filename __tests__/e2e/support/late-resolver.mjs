// Loaded into the action by --import: `localhost` is not known for the first LATE_BY lookups, as a fresh name is not.
import dns from 'node:dns'

const { lookup } = dns
let left = Number(process.env['LATE_BY'])

dns.lookup = (name, options, done) => {
  if (name !== 'localhost') return lookup(name, options, done)
  if (left-- > 0) return process.nextTick(done, Object.assign(new Error('not yet'), { code: 'ENOTFOUND' }))
  return lookup('127.0.0.1', options, done)
}
