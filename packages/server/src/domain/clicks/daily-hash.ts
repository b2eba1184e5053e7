import { hash } from 'node:crypto'
import type { Context } from '../../context.ts'
import { perServer } from '../../store/per-server.ts'
import { isCrawler, terminalOf } from './rules.ts'

const DAY_MS = 86_400_000
const MAX_KNOWN = 20_000

type Agent = { hash: Buffer; isCrawler: boolean; terminal: 'pc' | 'wireless' }
type Day = { day: number; salt: string; agents: Map<string, Agent>; addresses: Map<string, Buffer> }

const days = perServer((): { current?: Day } => ({}))

/** What is kept of a visitor's user agent, and what it tells. */
export function readAgent(ctx: Context, at: Date, userAgent: string): Agent {
  const { salt, agents } = today(ctx, at)
  return remember(agents, userAgent, () => ({
    hash: saltedHash(salt, userAgent),
    isCrawler: isCrawler(userAgent),
    terminal: terminalOf(userAgent),
  }))
}

/** What is kept of a visitor's address. */
export function hashAddress(ctx: Context, at: Date, address: string): Buffer {
  const { salt, addresses } = today(ctx, at)
  return remember(addresses, address, () => saltedHash(salt, address))
}

// The salt turns every day, so a hash tells the same visitor within a day and nothing afterwards.
function today(ctx: Context, at: Date): Day {
  const day = Math.floor(at.getTime() / DAY_MS)
  const held = days(ctx)
  if (held.current?.day !== day) {
    const salt = ctx.keys.mac('click-salt', String(day)).toString('hex')
    held.current = { day, salt, agents: new Map(), addresses: new Map() }
  }
  return held.current
}

function saltedHash(salt: string, text: string): Buffer {
  return hash('sha256', `${salt} ${text}`, 'buffer').subarray(0, 16)
}

function remember<V>(known: Map<string, V>, text: string, make: () => V): V {
  let value = known.get(text)
  if (value === undefined) {
    value = make()
    if (known.size >= MAX_KNOWN) known.clear()
    known.set(text, value)
  }
  return value
}
