import { randomBytes } from 'node:crypto'
import type { CallContext } from '../../../context.ts'
import type { ChannelKind, RelationApp } from './channel.ts'
import { deleteExpiredCodes, insertInviteCode, selectLiveCode } from './channel-rows.ts'

const DAY_MS = 86_400_000
const LIFE_DAYS = 30
// Letters and digits that nobody mistakes for one another: 32, so that a byte's five low bits choose fairly.
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const CODE_LENGTH = 14

/**
 * A code by which an account becomes the publisher's channel or member. Asked again for the same purpose,
 * the code is the same for the first half of its life, so asking often makes no heap of codes.
 */
export async function createInviteCode(
  ctx: CallContext,
  input: { kind: ChannelKind; relationApp: RelationApp; parentId: bigint | undefined },
): Promise<string> {
  const now = ctx.clock.now()
  const later = (days: number) => new Date(now.getTime() + days * DAY_MS)
  const purpose = { memberId: ctx.promoterId, ...input }
  return ctx.store.transact(async (tx) => {
    const live = await selectLiveCode(tx, { ...purpose, until: later(LIFE_DAYS / 2) })
    if (live !== undefined) return live
    await deleteExpiredCodes(tx, { memberId: ctx.promoterId, now })
    const code = randomInviteCode()
    await insertInviteCode(tx, { code, ...purpose, createdAt: now, expiresAt: later(LIFE_DAYS) })
    return code
  })
}

function randomInviteCode(): string {
  return [...randomBytes(CODE_LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('')
}
