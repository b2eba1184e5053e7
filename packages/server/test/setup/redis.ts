import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { Redis } from 'ioredis'

export const TEST_REDIS_URL = process.env.OPENTBK_TEST_REDIS_URL ?? 'redis://127.0.0.1:6379'

/** Why tests that need a Redis cannot run here; undefined where they can. */
export async function missingRedis(): Promise<string | undefined> {
  const redis = new Redis(TEST_REDIS_URL, { lazyConnect: true, retryStrategy: () => null })
  redis.on('error', () => {})
  try {
    await redis.connect()
    await redis.ping()
    return undefined
  } catch (error) {
    return `needs a Redis at ${TEST_REDIS_URL} (OPENTBK_TEST_REDIS_URL): ${(error as Error).message}`
  } finally {
    redis.disconnect()
  }
}

/** Removes what a network left in the Redis of the tests. */
export async function forgetKeys(prefix: string): Promise<void> {
  const redis = new Redis(TEST_REDIS_URL)
  for await (const keys of redis.scanStream({ match: `${prefix}:*` })) {
    if ((keys as string[]).length > 0) await redis.del(keys as string[])
  }
  redis.disconnect()
}

/** A way to the Redis that can be cut and mended. */
export class RedisRoad {
  readonly #server = createServer((socket) => this.#join(socket))
  readonly #sockets = new Set<Socket>()
  #isCut = false

  async open(): Promise<string> {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    return `redis://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  cut(): void {
    this.#isCut = true
    for (const socket of this.#sockets) socket.destroy()
  }

  mend(): void {
    this.#isCut = false
  }

  async close(): Promise<void> {
    this.cut()
    this.#server.close()
    await once(this.#server, 'close')
  }

  #join(socket: Socket): void {
    if (this.#isCut) {
      socket.destroy()
      return
    }
    const { hostname, port } = new URL(TEST_REDIS_URL)
    const redis = connect(Number(port || 6379), hostname)
    for (const end of [socket, redis]) {
      this.#sockets.add(end)
      end.on('error', () => {})
      end.on('close', () => {
        this.#sockets.delete(end)
        socket.destroy()
        redis.destroy()
      })
    }
    socket.pipe(redis).pipe(socket)
  }
}
