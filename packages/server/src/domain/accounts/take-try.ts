import type { Context } from '../../context.ts'
import { forgiveFailures, insertSubjects, lockFailures, updateFailures } from './failure-rows.ts'
import { afterTry, type Tried } from './rules.ts'

/** What is tried, and of whom: a login, a member, a network address. */
export type Subject = { tried: Tried; of: string }

/**
 * Counts a try before it is looked at, so that many at once cannot all be first. Answers until when there is to
 * wait where any of the subjects is locked; then nothing is counted. Success is told by `forgiveTry`.
 */
export async function takeTry(ctx: Context, subjects: readonly Subject[]): Promise<Date | undefined> {
  if (subjects.length === 0) return undefined
  const hashes = subjects.map((subject) => hashOf(ctx, subject))
  return ctx.store.transact(async (tx) => {
    await insertSubjects(tx, hashes)
    const known = await lockFailures(tx, hashes)
    const now = ctx.clock.wall()
    const after = known.map((row, index) => afterTry(row, (subjects[index] as Subject).tried, now))
    if (after.includes(undefined)) {
      const until = known.flatMap((row) => (row && row.lockedUntil > now ? [row.lockedUntil.getTime()] : []))
      return new Date(Math.max(...until))
    }
    for (const [index, row] of after.entries()) {
      if (row) await updateFailures(tx, hashes[index] as Buffer, row)
    }
    return undefined
  })
}

/** A try that was right: the subject begins anew; of an address, where others try too, only this one is taken back. */
export async function forgiveTry(ctx: Context, subjects: readonly Subject[]): Promise<void> {
  for (const subject of subjects) {
    const which = subject.tried === 'address' ? 'last' : 'all'
    await forgiveFailures(ctx.store.read, hashOf(ctx, subject), which)
  }
}

function hashOf(ctx: Context, { tried, of }: Subject): Buffer {
  return ctx.keys.lastingMac('sign-in-subject', `${tried} ${of}`)
}
