import { Refusal } from '@opentbk/top'
import type { Context, PromoterContext } from '../../context.ts'
import { cacheKind } from '../../store/caches.ts'
import { type AdzoneRow, selectAdzone } from './rows.ts'

export type Adzone = AdzoneRow

const adzones = cacheKind<bigint, AdzoneRow | undefined>(['adzones', 'sites'], 100_000)

export async function findAdzone(ctx: Context, id: bigint): Promise<Adzone | undefined> {
  return ctx.caches.read(adzones, id, () => selectAdzone(ctx.store.read, id))
}

/** The promoter's own adzone on an approved site. Unknown and foreign ones are refused alike. */
export async function getOwnAdzone(
  ctx: PromoterContext,
  input: { adzoneId: bigint; siteId?: bigint | undefined },
): Promise<Adzone> {
  const adzone = await findAdzone(ctx, input.adzoneId)
  const own = adzone !== undefined && adzone.memberId === ctx.promoterId && adzone.siteApproved
  if (!own || (input.siteId !== undefined && input.siteId !== adzone.siteId))
    throw new Refusal('adzone.unknown')
  return adzone
}
