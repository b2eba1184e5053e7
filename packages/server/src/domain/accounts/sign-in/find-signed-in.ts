import { createHmac } from 'node:crypto'
import type { Context } from '../../../context.ts'
import { findMember } from '../../publishers/index.ts'
import { isSeenAnew, isSignInOver } from '../rules.ts'
import { readSignInCookie } from './sign-in-cookie.ts'
import { selectSignIn, updateLastSeen } from './sign-in-rows.ts'

/** A member whose browser asks. */
export type SignedIn = {
  memberId: bigint
  name: string
  roles: readonly string[]
  signInId: bigint
  /** What a form or call of this browser must carry to change anything. */
  csrfToken: string
}

/**
 * Who is signed in by this Cookie header. Nothing is kept in memory: a sign-in that was ended anywhere is over
 * for the next request to every process. A suspended member may sign in: notices are there to be read.
 */
export async function findSignedIn(
  ctx: Context,
  cookieHeader: string | undefined,
): Promise<SignedIn | undefined> {
  const token = readSignInCookie(ctx, cookieHeader)
  if (token === undefined) return undefined
  const row = await selectSignIn(ctx.store.read, ctx.keys.macs('sign-in-token', token))
  const now = ctx.clock.wall()
  if (!row || isSignInOver(row, now)) return undefined
  const member = await findMember(ctx, row.memberId)
  if (!member) return undefined
  if (isSeenAnew(row, now)) await updateLastSeen(ctx.store.read, row.id, now)
  return {
    memberId: member.id,
    name: member.name,
    roles: member.roles,
    signInId: row.id,
    csrfToken: csrfTokenOf(token),
  }
}

/** Follows from the cookie's token, which no page and no other site can read, and does not tell it. */
function csrfTokenOf(token: string): string {
  return createHmac('sha256', token).update('csrf').digest('hex')
}
