import { Refusal } from '@opentbk/top'
import type { CallContext } from '../../../context.ts'
import { cacheKind } from '../../../store/caches.ts'
import type { ChannelKind } from './channel.ts'
import { selectChannel } from './channel-rows.ts'

type OwnChannel = { id: bigint; parentId: bigint | undefined }

const ownChannels = cacheKind<string, OwnChannel | undefined>(['channels'], 50_000)

/** The promoter's own relation_id or special_id as a number; another's or an unknown one is refused. */
export async function checkChannel(
  ctx: CallContext,
  kind: ChannelKind,
  text: string | undefined,
): Promise<bigint | undefined> {
  return (await getOwnChannel(ctx, kind, text))?.id
}

/** Both ids of one link. A member whom a channel invited belongs to that channel, so another is refused. */
export async function checkChannelPair(
  ctx: CallContext,
  input: { relationId: string | undefined; specialId: string | undefined },
): Promise<{ relationId: bigint | undefined; specialId: bigint | undefined }> {
  const relation = await getOwnChannel(ctx, 'relation', input.relationId)
  const special = await getOwnChannel(ctx, 'special', input.specialId)
  if (relation && special?.parentId !== undefined && special.parentId !== relation.id)
    throw new Refusal('channel.mismatch')
  return { relationId: relation?.id, specialId: special?.id }
}

async function getOwnChannel(
  ctx: CallContext,
  kind: ChannelKind,
  text: string | undefined,
): Promise<OwnChannel | undefined> {
  if (text === undefined) return undefined
  const id = readChannelId(text)
  const found =
    id !== undefined &&
    (await ctx.caches.read(ownChannels, `${ctx.promoterId}:${kind}:${id}`, () =>
      selectChannel(ctx.store.read, { owner: ctx.promoterId, kind, id }),
    ))
  if (!found) throw new Refusal(kind === 'relation' ? 'relation.unknown' : 'special.unknown')
  return found
}

/** A relation_id or special_id as it is written. */
export function readChannelId(text: string): bigint | undefined {
  return /^[1-9]\d{0,17}$/.test(text) ? BigInt(text) : undefined
}
