import { Refusal } from '@opentbk/top'
import type { CallContext } from '../../context.ts'
import { cacheKind } from '../../store/caches.ts'
import { selectChannel } from './rows.ts'

const ownChannels = cacheKind<string, { id: bigint } | undefined>(['channels'], 50_000)

/** The promoter's own relation_id or special_id as a number; another's or an unknown one is refused. */
export async function checkChannel(
  ctx: CallContext,
  kind: 'relation' | 'special',
  text: string | undefined,
): Promise<bigint | undefined> {
  if (text === undefined) return undefined
  const id = /^[1-9]\d{0,17}$/.test(text) ? BigInt(text) : undefined
  const found =
    id !== undefined &&
    (await ctx.caches.read(ownChannels, `${ctx.promoterId}:${kind}:${id}`, () =>
      selectChannel(ctx.store.read, { owner: ctx.promoterId, kind, id }),
    ))
  if (!found) throw new Refusal(kind === 'relation' ? 'relation.unknown' : 'special.unknown')
  return found.id
}
