// Starts a private server, tells its parent so, and waits to be killed.
import { startPrivateServer } from '../../src/store/private/private-server.ts'

const dataDir = process.argv[2]
if (!dataDir) throw new Error('no data folder given')
const server = await startPrivateServer({ dataDir, log() {}, disposable: true })
process.stdout.write(`${JSON.stringify({ url: server.url, tookOver: server.tookOver })}\n`)
process.stdin.resume()
