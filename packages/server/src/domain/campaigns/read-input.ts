import { BadField, FieldReader } from '../goods/index.ts'

const MAX_NAME = 64
const MAX_REASON = 500
const MAX_RATE_BP = 9000

/** A campaign as its leader wants it. */
export type NewCampaign = {
  leaderId: bigint
  name: string
  serviceRateBp: number
  /** Undefined: at once. */
  startsAt: Date | undefined
  endsAt: Date
  reason: string | undefined
}

export function readNewCampaign(given: unknown): NewCampaign {
  const names = ['leader_id', 'name', 'service_rate', 'starts_at', 'ends_at', 'reason']
  const reader = FieldReader.of(given, names)
  return {
    leaderId: reader.id('leader_id'),
    name: reader.text('name', MAX_NAME),
    serviceRateBp: readRate(reader, 'service_rate'),
    startsAt: reader.optionalTime('starts_at'),
    endsAt: reader.time('ends_at'),
    reason: readReason(reader),
  }
}

/** An item that its merchant enters for a campaign. */
export type Entry = {
  itemId: bigint
  /** The item's merchant. */
  memberId: bigint
  rateBp: number
  /** Undefined: as long as the campaign. */
  endsAt: Date | undefined
  reason: string | undefined
}

export function readEntry(given: unknown): Entry {
  const names = ['item_id', 'member_id', 'commission_rate', 'ends_at', 'reason']
  const reader = FieldReader.of(given, names)
  return {
    itemId: reader.id('item_id'),
    memberId: reader.id('member_id'),
    rateBp: readRate(reader, 'commission_rate'),
    endsAt: reader.optionalTime('ends_at'),
    reason: readReason(reader),
  }
}

/** For whom something is ended, and why: a reason is needed. */
export type Ending = { memberId: bigint; reason: string }

export function readEnding(given: unknown): Ending {
  const reader = FieldReader.of(given, ['member_id', 'reason'])
  const memberId = reader.id('member_id')
  const reason = readReason(reader)
  if (reason === undefined) throw new BadField('reason', 'missing')
  return { memberId, reason }
}

function readRate(reader: FieldReader, name: string): number {
  const rateBp = reader.rate(name, MAX_RATE_BP)
  if (rateBp === 0) throw new BadField(name, 'must be more than 0')
  return rateBp
}

function readReason(reader: FieldReader): string | undefined {
  return reader.optionalText('reason', MAX_REASON)?.trim() || undefined
}
