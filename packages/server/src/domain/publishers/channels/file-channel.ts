import { Refusal } from '@opentbk/top'
import type { CallContext } from '../../../context.ts'
import { findMember } from '../get-member.ts'
import { type ChannelKind, maskName } from './channel.ts'
import { insertChannel, selectFiledChannel, selectInviteCode } from './channel-rows.ts'
import { readRegisterInfo } from './read-register-info.ts'

/** What an account says of itself when it becomes a publisher's channel or member. */
export type Filing = {
  inviterCode: string
  /** 1: whatever the code invites to; 2: only as a member. */
  infoType: number
  relationFrom: string | undefined
  offlineScene: number | undefined
  onlineScene: number | undefined
  note: string | undefined
  registerInfo: string | undefined
}

export type Filed = { id: bigint; kind: ChannelKind; accountName: string; isNew: boolean }

const RTAG_CHARS = 16

/**
 * Makes the calling account a channel or member of the publisher whose invite code it shows: the code says
 * which. An account that is one already keeps its id and what it filed first.
 */
export async function fileChannel(ctx: CallContext, filing: Filing): Promise<Filed> {
  const accountId = ctx.promoterId
  const code = await selectInviteCode(ctx.store.read, filing.inviterCode.trim())
  if (filing.infoType !== 1 && filing.infoType !== 2) throw new Refusal('filing.bad-type')
  const now = ctx.clock.now()
  if (!code || code.expiresAt <= now) throw new Refusal('invite.unknown')
  if (filing.infoType === 2 && code.kind !== 'special') throw new Refusal('filing.bad-type')
  const registerInfo = readRegisterInfo(filing.registerInfo, code.relationApp)
  const account = await findMember(ctx, accountId)
  if (!account) throw new Error(`the session's member ${accountId} is gone`)
  const { kind, memberId } = code
  const accountName = account.name
  const inserted = await insertChannel(ctx.store.read, {
    memberId,
    kind,
    accountId,
    accountName,
    name: filing.note ?? maskName(accountName),
    parentId: code.parentId,
    relationApp: code.relationApp,
    relationFrom: filing.relationFrom,
    offlineScene: filing.offlineScene,
    onlineScene: filing.onlineScene,
    note: filing.note,
    rtag: ctx.keys.lastingMac('channel-tag', `${memberId}:${accountId}`).toString('hex').slice(0, RTAG_CHARS),
    registerInfoSealed:
      registerInfo && ctx.keys.seal('register-info', Buffer.from(JSON.stringify(registerInfo))),
    createdAt: now,
  })
  const id = inserted ?? (await selectFiledChannel(ctx.store.read, { memberId, kind, accountId }))
  if (id === undefined) throw new Error('a filing was refused as a repeat of none')
  return { id, kind, accountName, isNew: inserted !== undefined }
}
