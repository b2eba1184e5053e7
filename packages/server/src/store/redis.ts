import { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { StartError } from './start-error.ts'

const CONNECT_MS = 5_000
const COMMAND_MS = 1_000
const MAX_RETRY_MS = 2_000

/** What processes on one database share: a Redis, and the beginning of every key that belongs to this network. */
export type SharedRedis = { readonly redis: Redis; readonly prefix: string }

/**
 * A connection that fails its commands at once while Redis is away, and comes back by itself. A Redis that
 * does not answer now is a StartError.
 */
export async function openRedis(url: string, log: Logger): Promise<Redis> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: CONNECT_MS,
    commandTimeout: COMMAND_MS,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    retryStrategy: (times) => Math.min(times * 100, MAX_RETRY_MS),
  })
  let reason = ''
  let isOpen = false
  let isAway = false
  redis.on('error', (error: Error) => {
    reason = error.message || error.name
    if (isOpen && !isAway) {
      log.error({ err: error }, 'Redis is away: calls of apps with limits are refused until it is back')
    }
    isAway = isOpen
  })
  redis.on('ready', () => {
    if (isAway) log.warn('Redis is back')
    isAway = false
  })
  try {
    await redis.connect()
    await redis.ping()
    isOpen = true
    return redis
  } catch (error) {
    redis.disconnect()
    const said = reason || (error instanceof Error ? error.message : String(error))
    throw new StartError(`cannot use the Redis at ${placeOf(url)} (REDIS_URL): ${said}`)
  }
}

/** The address without user and password, for messages. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}
