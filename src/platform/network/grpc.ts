/**
 * The client's half of grpc-js, which is all that a run needs. The package's one entry also brings the server's half and
 * ways to spread load, a third of its code, which a run would load and never use
 * (docs/decisions/0003-plain-bundle.md). So its parts are taken by their paths, here alone.
 */
// Its modules import each other in circles, which close where the entry begins.
import '@grpc/grpc-js/build/src/channel.js'
import { setup as setUpPickFirst } from '@grpc/grpc-js/build/src/load-balancer-pick-first.js'
import { setup as setUpDns } from '@grpc/grpc-js/build/src/resolver-dns.js'

export type {
  CallCredentials,
  ChannelOptions,
  ClientDuplexStream,
  ClientReadableStream,
  ClientUnaryCall,
  ClientWritableStream,
  experimental,
  ServiceError
} from '@grpc/grpc-js'
export { ChannelCredentials } from '@grpc/grpc-js/build/src/channel-credentials.js'
export { Client } from '@grpc/grpc-js/build/src/client.js'
export { Status as status } from '@grpc/grpc-js/build/src/constants.js'
export { setLogger } from '@grpc/grpc-js/build/src/logging.js'
export { Metadata } from '@grpc/grpc-js/build/src/metadata.js'

// As the entry does: without them no target is resolved, and no address connected to.
setUpDns()
setUpPickFirst()
