import type { Context } from '../../../context.ts'
import { addressHash, agentHash, type Client } from '../client.ts'
import { seenSince } from '../rules.ts'
import type { SignedIn } from './find-signed-in.ts'
import { selectLiveSignIns } from './sign-in-rows.ts'

export type ShownSignIn = {
  id: bigint
  createdAt: Date
  lastSeenAt: Date
  expiresAt: Date
  isThis: boolean
  /** Addresses and browsers are kept as hashes: they can be compared with the one that asks. */
  isSameAddress: boolean
  isSameAgent: boolean
}

/** Where the member is signed in, the newest first. */
export async function listSignIns(
  ctx: Context,
  { memberId, signInId }: Pick<SignedIn, 'memberId' | 'signInId'>,
  client: Client,
): Promise<ShownSignIn[]> {
  const now = ctx.clock.wall()
  const rows = await selectLiveSignIns(ctx.store.read, memberId, { now, seenSince: seenSince(now) })
  const [address, agent] = [addressHash(ctx, client), agentHash(ctx, client)]
  return rows.map(({ id, createdAt, lastSeenAt, expiresAt, ...row }) => ({
    id,
    createdAt,
    lastSeenAt,
    expiresAt,
    isThis: id === signInId,
    isSameAddress: row.addressHash.equals(address),
    isSameAgent: row.agentHash.equals(agent),
  }))
}
