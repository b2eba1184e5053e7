import { StartError } from '../start-error.ts'
import { type PrivateServer, startPrivateServer } from './private-server.ts'

type Log = (line: string) => void

/** The private PostgreSQL of a running server: brought back when it ends by itself, stopped with the server. */
export class PrivateDatabase {
  readonly #dataDir: string
  readonly #log: Log
  #server: PrivateServer
  #isStopping = false
  #reviving: Promise<void> = Promise.resolve()

  static async start(dataDir: string, log: Log): Promise<PrivateDatabase> {
    return new PrivateDatabase(dataDir, log, await startPrivateServer({ dataDir, log }))
  }

  constructor(dataDir: string, log: Log, server: PrivateServer) {
    this.#dataDir = dataDir
    this.#log = log
    this.#server = server
  }

  get url(): string {
    return this.#server.url
  }

  /** Does nothing where it still runs. At another address every connection would miss it: then an error. */
  revive(): Promise<void> {
    this.#reviving = this.#revive()
    return this.#reviving
  }

  async stop(): Promise<void> {
    this.#isStopping = true
    await this.#reviving.catch(() => undefined)
    await this.#server.stop()
  }

  async #revive(): Promise<void> {
    if (this.#isStopping) return
    const server = await startPrivateServer({ dataDir: this.#dataDir, log: this.#log })
    const isMoved = server.url !== this.url
    this.#server = server
    if (isMoved) throw new StartError('the private PostgreSQL came back at another address: start again')
  }
}
