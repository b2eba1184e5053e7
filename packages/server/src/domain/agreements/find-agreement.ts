import type { Context } from '../../context.ts'
import { cacheKind } from '../../store/caches.ts'
import type { Agreement } from './agreement.ts'
import { selectAccepted } from './rows.ts'

const accepted = cacheKind<string, Agreement | undefined>(['share_agreements'], 50_000)

/** The agreement in force by which the third party shares in what links of the second earn. */
export async function findAgreement(
  ctx: Context,
  parties: { secondId: bigint; thirdId: bigint },
): Promise<Agreement | undefined> {
  return ctx.caches.read(accepted, `${parties.secondId}:${parties.thirdId}`, () =>
    selectAccepted(ctx.store.read, parties),
  )
}
