import type { Context } from '../../../context.ts'
import type { Tx } from '../../../store/store.ts'
import { createPublisher } from '../../publishers/index.ts'
import { insertAccount, insertEvent } from '../account-rows.ts'
import { addressSubjects, type Client } from '../client.ts'
import { readLoginName } from '../read-login.ts'
import { forgiveTry, takeTry } from '../take-try.ts'
import { lockRegistration, markRegistrationUsed } from './registration-rows.ts'
import { isRegistrationOpen } from './registration-setting.ts'

export type ConfirmResult =
  | { status: 'created'; memberId: bigint }
  | { status: 'invalid' }
  | { status: 'closed' }
  | { status: 'name_taken' }
  | { status: 'locked'; until: Date }

/** Undoes the transaction: the member that was made in it goes too. */
class NotConfirmed extends Error {
  readonly result: ConfirmResult

  constructor(result: ConfirmResult) {
    super(result.status)
    this.result = result
  }
}

/** Whoever read the mail chooses a login name, and is a publisher of the network. A name that is taken leaves the token as it was. */
export async function confirmRegistration(
  ctx: Context,
  input: { token: string; loginName: string; client: Client },
): Promise<ConfirmResult> {
  if (!(await isRegistrationOpen(ctx))) return { status: 'closed' }
  const loginName = readLoginName('login_name', input.loginName)
  const subjects = addressSubjects(ctx, input.client, 'address')
  const until = await takeTry(ctx, subjects)
  if (until) return { status: 'locked', until }
  const tokenHashes = ctx.keys.macs('registration-token', input.token.slice(0, 200))
  const result = await ctx.store
    .transact(async (tx) => {
      const done = await confirmIn(ctx, tx, { tokenHashes, loginName })
      if (done.status !== 'created') throw new NotConfirmed(done)
      return done
    })
    .catch((error: unknown) => {
      if (error instanceof NotConfirmed) return error.result
      throw error
    })
  if (result.status === 'created') await forgiveTry(ctx, subjects)
  return result
}

async function confirmIn(
  ctx: Context,
  tx: Tx,
  wanted: { tokenHashes: readonly Buffer[]; loginName: string },
): Promise<ConfirmResult> {
  const at = ctx.clock.wall()
  const asked = await lockRegistration(tx, { tokenHashes: wanted.tokenHashes, now: at })
  if (!asked) return { status: 'invalid' }
  const { email, name, passwordHash } = asked
  const memberId = await createPublisher(tx, { name, at: ctx.clock.now() })
  const account = { memberId, email, loginName: wanted.loginName, passwordHash, isTemporary: false, at }
  const taken = await insertAccount(tx, account)
  // Since the mail, somebody may have got an account for the address in another way.
  if (taken) return taken === 'login_name' ? { status: 'name_taken' } : { status: 'invalid' }
  await markRegistrationUsed(tx, asked.tokenHash, at)
  await insertEvent(tx, { memberId, kind: 'created', at, detail: { by: 'registration' } })
  return { status: 'created', memberId }
}
