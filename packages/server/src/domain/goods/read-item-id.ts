import { Refusal } from '@opentbk/top'
import type { CallContext } from '../../context.ts'
import { hasAuthorised } from '../publishers/index.ts'
import { findItems } from './find-items.ts'
import { decodeItemId } from './item-id.ts'

const MAX_SHOWN_CHARS = 64

/**
 * The item that a wire id names. Accepted: ids made for the promoter, for the app's owner, or for a
 * publisher who lets this app act for them now; anything else is refused as `item.bad-id`.
 */
export async function readItemId(ctx: CallContext, text: string): Promise<bigint> {
  const id = await findReadable(ctx, text)
  if (id === undefined) throw new Refusal('item.bad-id', text.slice(0, MAX_SHOWN_CHARS))
  return id
}

/** Of several wire ids those that can be read, by their text; refused as `item.bad-id` when none can. */
export async function readItemIds(ctx: CallContext, texts: readonly string[]): Promise<Map<string, bigint>> {
  const ids = new Map<string, bigint>()
  for (const text of texts) {
    const id = await findReadable(ctx, text)
    if (id !== undefined) ids.set(text, id)
  }
  if (ids.size === 0) throw new Refusal('item.bad-id', texts[0]?.slice(0, MAX_SHOWN_CHARS))
  return ids
}

/**
 * The items that old names name: numbers, and every wire id that is accepted from this caller. What cannot be
 * read is not in the answer; refused as `item.bad-id` when nothing can.
 */
export async function readOldItemIds(
  ctx: CallContext,
  texts: readonly string[],
): Promise<Map<string, bigint>> {
  return readExisting(ctx, texts, async (text) => (isNumber(text) ? BigInt(text) : findReadable(ctx, text)))
}

/**
 * The items that wire ids name though they are accepted no more: made with an older key, or for a publisher who
 * does not let this app act for them (any more). Names are no boundary: no right hangs on knowing one.
 */
export async function readLapsedItemIds(
  ctx: CallContext,
  texts: readonly string[],
): Promise<Map<string, bigint>> {
  return readExisting(ctx, texts, async (text) => decodeItemId(ctx.keys, text)?.itemId)
}

function isNumber(text: string): boolean {
  return /^[1-9]\d{0,17}$/.test(text)
}

async function readExisting(
  ctx: CallContext,
  texts: readonly string[],
  read: (text: string) => Promise<bigint | undefined>,
): Promise<Map<string, bigint>> {
  const ids = new Map<string, bigint>()
  for (const text of texts) {
    const id = await read(text)
    if (id !== undefined) ids.set(text, id)
  }
  const items = await findItems(ctx, [...new Set(ids.values())])
  for (const [text, id] of ids) if (!items.has(id)) ids.delete(text)
  if (ids.size === 0) throw new Refusal('item.bad-id', texts[0]?.slice(0, MAX_SHOWN_CHARS))
  return ids
}

async function findReadable(ctx: CallContext, text: string): Promise<bigint | undefined> {
  const name = decodeItemId(ctx.keys, text)
  if (!name) return undefined
  const own = name.memberId === ctx.promoterId || name.memberId === ctx.app.ownerId
  return own || (await hasAuthorised(ctx, ctx.app.id, name.memberId)) ? name.itemId : undefined
}
