import type { CallContext } from '../../../context.ts'
import { formatPid } from '../pid.ts'
import type { Channel, ChannelKind, RegisterInfo, RelationApp } from './channel.ts'
import { maskName } from './channel.ts'
import { type ChannelRow, countChannels, selectChannelPids, selectChannels } from './channel-rows.ts'

const MAX_PIDS = 100

/** Which of the publisher's channels or members, and which page of them; pages count from 0. */
export type ChannelFilter = {
  kind: ChannelKind
  relationApp: RelationApp | undefined
  id: bigint | undefined
  pageNo: number
  pageSize: number
}

/** The publisher's own filed channels or members, the oldest first: a page, and how many there are in all. */
export async function listChannels(
  ctx: CallContext,
  filter: ChannelFilter,
): Promise<{ totalCount: number; channels: Channel[] }> {
  const owned = { ...filter, memberId: ctx.promoterId }
  const [totalCount, rows] = await Promise.all([
    countChannels(ctx.store.read, owned),
    selectChannels(ctx.store.read, owned),
  ])
  return { totalCount, channels: rows.map((row) => toChannel(ctx, row)) }
}

/** PIDs of the publisher's media that are channels themselves, the oldest first. */
export async function listChannelPids(ctx: CallContext): Promise<string[]> {
  const rows = await selectChannelPids(ctx.store.read, ctx.promoterId, MAX_PIDS)
  return rows.map((row) => formatPid({ memberId: ctx.promoterId, ...row }))
}

function toChannel(ctx: CallContext, row: ChannelRow): Channel {
  const { registerInfoSealed, accountName, ...rest } = row
  return {
    ...rest,
    accountName: maskName(accountName ?? row.name),
    registerInfo: registerInfoSealed && openRegisterInfo(ctx, row.id, registerInfoSealed),
  }
}

function openRegisterInfo(ctx: CallContext, id: bigint, sealed: Buffer): RegisterInfo {
  const plain = ctx.keys.open('register-info', sealed)
  if (!plain)
    throw new Error(`the register info of channel ${id} does not open: is the master key the right one?`)
  return JSON.parse(plain.toString('utf8')) as RegisterInfo
}
