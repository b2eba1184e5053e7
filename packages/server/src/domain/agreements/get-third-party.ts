import { Refusal } from '@opentbk/top'
import type { CallContext } from '../../context.ts'
import type { ThirdParty } from '../links/index.ts'
import { findAdzone, parsePid } from '../publishers/index.ts'
import { findAgreement } from './find-agreement.ts'

/**
 * Whom a sub_pid names, with the share that links made now freeze: their adzone on an approved site, and an
 * agreement in force with the promoter. What does not exist and what was not agreed are refused alike.
 */
export async function getThirdParty(ctx: CallContext, subPid: string): Promise<ThirdParty> {
  const pid = parsePid(subPid)
  if (!pid) throw new Refusal('sub-pid.bad')
  const { memberId, siteId, adzoneId } = pid
  const adzone = await findAdzone(ctx, adzoneId)
  const isTheirs = adzone?.memberId === memberId && adzone.siteId === siteId && adzone.siteApproved
  const agreement = isTheirs && (await findAgreement(ctx, { secondId: ctx.promoterId, thirdId: memberId }))
  if (!agreement) throw new Refusal('sub-pid.no-agreement')
  return { memberId, siteId, adzoneId, shareBp: agreement.shareBp }
}
