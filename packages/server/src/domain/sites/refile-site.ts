import type { Context } from '../../context.ts'
import { BadField } from '../goods/index.ts'
import { changeSite } from './change-site.ts'
import { deleteBeacons } from './component/beacon-rows.ts'
import { checkStanding } from './file-site.ts'
import { holdFiling, selectSiteAt } from './rows.ts'
import { isElsewhere, whyNotRefile } from './rules.ts'
import type { Filing, Site } from './site.ts'

/**
 * The owner changes a refused site and files it again: all that a reviewer had found of it is open again. Undefined
 * where the member has no such site; BadField where it is not refused.
 */
export async function refileSite(
  ctx: Context,
  memberId: bigint,
  { id, filing }: { id: bigint; filing: Filing },
): Promise<Site | undefined> {
  const key = { id, memberId }
  return changeSite(ctx, key, {
    kind: 'site.refile',
    by: { kind: 'member', memberId },
    reason: 'filed again by its owner',
    whyNot: whyNotRefile,
    apply: (site) => ({
      ...site,
      ...filing,
      status: 'filed',
      isPlatform: false,
      ownerAttestedAt: undefined,
      componentAttestedAt: undefined,
      reviewedAt: undefined,
      reviewReason: undefined,
    }),
    async alongside(tx, { before }) {
      await holdFiling(tx, memberId)
      await checkStanding(tx, memberId)
      const known = await selectSiteAt(tx, { memberId, address: filing.address, but: id })
      if (known !== undefined) throw new BadField('address', `you have filed it already, as site ${known}`)
      if (isElsewhere(before, filing)) await deleteBeacons(tx, id)
      return { ...filing }
    },
  })
}
