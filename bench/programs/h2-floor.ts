/**
 * The floor of all that speaks gRPC from Node: node:http2 and one call made by hand. Usage: h2-floor HOST:PORT
 */
import { connect } from 'node:http2'

const [address] = process.argv.slice(2)
const session = connect(`http://${address}`)
const call = session.request({
  ':method': 'POST',
  ':path': '/dodil.ignite.v1.ComputeService/HealthCheck',
  'content-type': 'application/grpc',
  te: 'trailers'
})
call.on('trailers', (trailers) => {
  if (trailers['grpc-status'] !== '0') throw new Error(`grpc-status ${trailers['grpc-status']}`)
})
call.on('end', () => session.close())
call.resume()
// A message of no bytes.
call.end(Buffer.alloc(5))
