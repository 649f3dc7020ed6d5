// Loaded into the action by --import: gives `localhost` the addresses of RESOLVED_TO, in their order.
import dns from 'node:dns'
import { isIP } from 'node:net'

const addresses = (process.env['RESOLVED_TO'] ?? '').split(' ').map((address) => ({ address, family: isIP(address) }))
const { lookup } = dns
const promised = dns.promises.lookup

dns.lookup = (name, options, done) => {
  if (name !== 'localhost') return lookup(name, options, done)
  if (options.all) process.nextTick(done, null, addresses)
  else process.nextTick(done, null, addresses[0].address, addresses[0].family)
}
dns.promises.lookup = async (name, options) => {
  if (name !== 'localhost') return await promised(name, options)
  return options?.all ? addresses : addresses[0]
}
