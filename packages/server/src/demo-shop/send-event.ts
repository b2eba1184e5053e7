import { createHmac } from 'node:crypto'
import type { Context } from '../context.ts'
import type { Answer } from './order-rows.ts'

const TIMEOUT_MS = 10_000
const MAX_REASON_CHARACTERS = 200

export type Said = { answer: Answer; reason: string | undefined }

/**
 * Reports one event through the ingest API, signed with the shop's key, as the server of any shop would.
 * Never throws: that the network could not be asked is an answer too.
 */
export async function sendEvent(
  ctx: Context,
  shop: { shopKey: string; secretSealed: Buffer },
  event: { id: string; body: string },
): Promise<Said> {
  const secret = ctx.keys.open('shop-secret', shop.secretSealed)
  if (!secret) return failed('the secret of the shop does not open')
  const body = `{"events":[${event.body}]}`
  const timestamp = ctx.clock.wall().getTime().toString()
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')
  try {
    const response = await fetch(`${ctx.publicUrl}/ingest/v1/orders`, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        'content-type': 'application/json',
        'x-shop-key': shop.shopKey,
        'x-timestamp': timestamp,
        'x-signature': signature,
      },
      body,
    })
    const text = await response.text()
    if (response.status !== 200) return failed(`HTTP ${response.status} ${text}`)
    return readAnswer(text, event.id)
  } catch (error) {
    ctx.log.warn({ err: error }, 'demo shop: no usable answer from ingest')
    return failed(reasonOf(error))
  }
}

function readAnswer(text: string, eventId: string): Said {
  const answer: unknown = JSON.parse(text)
  const results = isRecord(answer) && Array.isArray(answer.results) ? answer.results : []
  const result: unknown = results[0]
  if (!isRecord(result) || result.event_id !== eventId) return failed(`no answer to this event: ${text}`)
  const reason = typeof result.reason === 'string' ? short(result.reason) : undefined
  switch (result.status) {
    case 'accepted':
    case 'duplicate':
    case 'refused':
      return { answer: result.status, reason }
    default:
      return failed(`an unknown status: ${text}`)
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  return cause instanceof Error && 'code' in cause ? `${error.message}: ${cause.code}` : error.message
}

function failed(reason: string): Said {
  return { answer: 'failed', reason: short(reason) }
}

function short(text: string): string {
  return text.slice(0, MAX_REASON_CHARACTERS)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
