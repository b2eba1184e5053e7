import type { Context } from '../../../context.ts'
import type { Tx } from '../../../store/store.ts'
import { notify } from '../../accounts/index.ts'
import { inLines, nameOf } from '../grants/findings.ts'
import type { InTwoLanguages } from '../judgement.ts'
import type { Application } from './application.ts'

/** Whoever asked hears that it was refused, and for what. */
export async function tellRefused(
  ctx: Context,
  tx: Tx,
  { application, findings }: { application: Application; findings: readonly InTwoLanguages[] },
): Promise<void> {
  const name = nameOf(application)
  const first = { zh: `${name.zh} 的申请未通过：`, en: `The application for ${name.en} is refused:` }
  await notify(ctx, tx, {
    memberId: application.memberId,
    kind: 'permission.refuse',
    title: { zh: '权限包申请未通过', en: 'Permission package refused' },
    body: inLines(first, findings),
    byMail: true,
  })
}
