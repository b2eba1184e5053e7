import { Refusal } from '@opentbk/top'
import type { CallContext } from '../../context.ts'
import { hasAuthorised } from '../publishers/index.ts'
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

async function findReadable(ctx: CallContext, text: string): Promise<bigint | undefined> {
  const name = decodeItemId(ctx.keys, text)
  if (!name) return undefined
  const own = name.memberId === ctx.promoterId || name.memberId === ctx.app.ownerId
  return own || (await hasAuthorised(ctx, ctx.app.id, name.memberId)) ? name.itemId : undefined
}
