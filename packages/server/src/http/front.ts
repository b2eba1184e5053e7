import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from 'node:http'
import type { FastifyInstance } from 'fastify'

/** Takes a request that is its own, straight from Node; false leaves it to the next. `path` is without the query. */
export type Door = (request: IncomingMessage, response: ServerResponse, path: string) => boolean

type Listener = (request: IncomingMessage, response: ServerResponse) => void

const KEEP_ALIVE_MS = 72_000

/**
 * The HTTP server with the doors that carry the load in front, and Fastify behind them for all others: its
 * routing, hooks and reply cost as much as a small call does.
 */
export class Front {
  readonly #doors: readonly Door[]
  readonly #underWay = new Slots<ServerResponse>()
  #isClosing = false
  #server: Server | undefined

  constructor(doors: readonly Door[]) {
    this.#doors = doors
  }

  /** For Fastify's `serverFactory`. */
  createServer(behind: Listener, options: ServerOptions & { requestTimeout: number }): Server {
    this.#server = createServer(options, (request, response) => {
      const slot = this.#underWay.take(response)
      response.on('close', () => {
        this.#underWay.free(slot)
        this.#endAll()
      })
      if (this.#isClosing) response.shouldKeepAlive = false
      const path = pathOf(request.url ?? '')
      for (const door of this.#doors) if (door(request, response, path)) return
      behind(request, response)
    })
    this.#server.keepAliveTimeout = KEEP_ALIVE_MS
    this.#server.requestTimeout = options.requestTimeout
    return this.#server
  }

  /**
   * When the server closes, requests under way are answered, and then every connection ends: else it would wait
   * a minute and more for clients that keep theirs open for a next request, or opened one without asking anything.
   */
  endConnectionsOnClose(http: FastifyInstance): void {
    http.addHook('preClose', async () => {
      this.#isClosing = true
      for (const response of this.#underWay.taken()) response.shouldKeepAlive = false
      this.#endAll()
    })
  }

  #endAll(): void {
    if (this.#isClosing && this.#underWay.isEmpty) this.#server?.closeAllConnections()
  }
}

/**
 * What is under way, in an array whose places are used again. A Set would keep the garbage of all requests alive:
 * as its entries come and go it moves to new tables, each old table still points at the next one, and once one of
 * them is in the old generation, all later ones and the requests in them follow it there.
 */
class Slots<T> {
  readonly #places: (T | undefined)[] = []
  readonly #free: number[] = []

  get isEmpty(): boolean {
    return this.#free.length === this.#places.length
  }

  take(value: T): number {
    const slot = this.#free.pop() ?? this.#places.length
    this.#places[slot] = value
    return slot
  }

  free(slot: number): void {
    this.#places[slot] = undefined
    this.#free.push(slot)
  }

  taken(): T[] {
    return this.#places.filter((value) => value !== undefined)
  }
}

/** The path of a request target as routes are written: without query and trailing slash, unescaped. */
function pathOf(target: string): string {
  const mark = target.indexOf('?')
  const path = mark < 0 ? target : target.slice(0, mark)
  const plain = path.includes('%') || path.charCodeAt(0) !== SLASH ? plainPath(path) : path
  return plain.length > 1 && plain.endsWith('/') ? plain.slice(0, -1) : plain
}

const SLASH = 47

// A proxy may send the whole address; what cannot be unescaped is no path of ours.
function plainPath(path: string): string {
  try {
    return decodeURIComponent(path.replace(/^https?:\/\/[^/]*/i, ''))
  } catch {
    return path
  }
}
