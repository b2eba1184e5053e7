import { Refusal } from '@opentbk/top'
import type { PromoterContext } from '../../context.ts'
import { formatPid } from './pid.ts'
import { countAdzones, insertAdzone, selectSite } from './rows.ts'

const MAX_ADZONES_PER_SITE = 100_000

/** A new adzone on the promoter's own approved site. Answers its PID. */
export async function createAdzone(
  ctx: PromoterContext,
  input: { siteId: bigint; name: string },
): Promise<string> {
  return ctx.store.transact(async (tx) => {
    const site = await selectSite(tx, ctx.promoterId, input.siteId)
    if (!site?.approved) throw new Refusal('site.unknown')
    if ((await countAdzones(tx, site.id)) >= MAX_ADZONES_PER_SITE) throw new Refusal('adzone.too-many')
    const adzoneId = await insertAdzone(tx, {
      memberId: ctx.promoterId,
      siteId: site.id,
      name: input.name,
      createdAt: ctx.clock.now(),
    })
    return formatPid({ memberId: ctx.promoterId, siteId: site.id, adzoneId })
  })
}
