/**
 * Takes build contexts through a window of 1 MiB, as tonic does by default, and throws them away. Prints its address.
 */
import { createServer } from 'node:http2'
import type { AddressInfo } from 'node:net'

const WINDOW_BYTES = 1024 * 1024

/** UploadBuildContextResponse with `context_id` "c", after the flag and the length of a gRPC message. */
const ANSWER = Buffer.from([0, 0, 0, 0, 3, 0x0a, 1, 0x63])

const server = createServer({ settings: { initialWindowSize: WINDOW_BYTES, maxFrameSize: 16_384 } })
server.on('session', (session) => session.setLocalWindowSize(WINDOW_BYTES))
server.on('stream', (stream) => {
  stream.on('error', () => undefined)
  stream.resume()
  stream.on('end', () => {
    stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true })
    stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }))
    stream.end(ANSWER)
  })
})
server.listen(0, '127.0.0.1', () => console.log(`127.0.0.1:${(server.address() as AddressInfo).port}`))
