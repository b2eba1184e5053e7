import { Refusal } from '@opentbk/top'
import type { Context } from '../../../context.ts'
import { perServer } from '../../../store/per-server.ts'

const MAX_WAITING = 200

type Line = { last: Promise<unknown>; length: number }

const lines = perServer<Context, Map<bigint, Line>>(() => new Map())

/**
 * Runs a shop's requests one after the other, before any takes a connection: a shop that sends many at
 * once waits for itself and nobody else waits for it. Beyond the bound it is told that the server is busy.
 */
export async function takeTurn<T>(ctx: Context, shopId: bigint, work: () => Promise<T>): Promise<T> {
  const waiting = lines(ctx)
  const line = waiting.get(shopId) ?? { last: Promise.resolve(), length: 0 }
  if (line.length >= MAX_WAITING) throw new Refusal('server.busy')
  waiting.set(shopId, line)
  line.length++
  const turn = line.last.then(work)
  // The next one's turn comes whatever became of this one.
  line.last = turn.catch(() => undefined)
  try {
    return await turn
  } finally {
    line.length--
    if (line.length === 0) waiting.delete(shopId)
  }
}
