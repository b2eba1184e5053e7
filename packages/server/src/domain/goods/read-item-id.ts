import { Refusal } from '@opentbk/top'
import type { CallingApp, PromoterContext } from '../../context.ts'
import { hasAuthorised } from '../publishers/index.ts'
import { findItems } from './find-items.ts'
import type { Item } from './item.ts'
import { decodeItemId } from './item-id.ts'

const MAX_SHOWN_CHARS = 64

/** Who reads a wire id: a promoter, mostly by an app. */
type Reader = PromoterContext & { readonly app?: CallingApp }

/**
 * The item that a wire id names. Accepted: ids made for the promoter, for the app's owner, or for a
 * publisher who lets this app act for them now; anything else is refused as `item.bad-id`.
 */
export async function readItemId(ctx: Reader, text: string): Promise<bigint> {
  const id = await findReadable(ctx, text)
  if (id === undefined) throw new Refusal('item.bad-id', text.slice(0, MAX_SHOWN_CHARS))
  return id
}

/** The item itself; one that is no more is refused like an id that cannot be read. */
export async function readItem(ctx: Reader, text: string): Promise<Item> {
  const id = await readItemId(ctx, text)
  const item = (await findItems(ctx, [id])).get(id)
  if (!item) throw new Refusal('item.bad-id')
  return item
}

/** Of several wire ids those that can be read, by their text; refused as `item.bad-id` when none can. */
export async function readItemIds(ctx: Reader, texts: readonly string[]): Promise<Map<string, bigint>> {
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
export async function readOldItemIds(ctx: Reader, texts: readonly string[]): Promise<Map<string, bigint>> {
  return readExisting(ctx, texts, async (text) => (isNumber(text) ? BigInt(text) : findReadable(ctx, text)))
}

/**
 * The items that wire ids name though they are accepted no more: made with an older key, or for a publisher who
 * does not let this app act for them (any more). Names are no boundary: no right hangs on knowing one.
 */
export async function readLapsedItemIds(ctx: Reader, texts: readonly string[]): Promise<Map<string, bigint>> {
  return readExisting(ctx, texts, async (text) => decodeItemId(ctx.keys, text)?.itemId)
}

function isNumber(text: string): boolean {
  return /^[1-9]\d{0,17}$/.test(text)
}

async function readExisting(
  ctx: Reader,
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

async function findReadable(ctx: Reader, text: string): Promise<bigint | undefined> {
  const name = decodeItemId(ctx.keys, text)
  if (!name) return undefined
  const isReadable = name.memberId === ctx.promoterId || (await mayRead(ctx, ctx.app, name.memberId))
  return isReadable ? name.itemId : undefined
}

async function mayRead(ctx: Reader, app: CallingApp | undefined, memberId: bigint): Promise<boolean> {
  if (!app) return false
  return memberId === app.ownerId || hasAuthorised(ctx, app.id, memberId)
}
