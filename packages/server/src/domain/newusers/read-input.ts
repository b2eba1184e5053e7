import { FieldReader } from '../goods/index.ts'

const MAX_NAME = 64

/** An activity as it is wanted for a shop. */
export type NewActivity = {
  shopId: bigint
  name: string
  rewardFen: bigint
  /** Undefined: at once. */
  startsAt: Date | undefined
  endsAt: Date
}

export function readNewActivity(given: unknown): NewActivity {
  const reader = FieldReader.of(given, ['shop_id', 'name', 'reward', 'starts_at', 'ends_at'])
  return {
    shopId: reader.id('shop_id'),
    name: reader.text('name', MAX_NAME),
    rewardFen: reader.price('reward'),
    startsAt: reader.optionalTime('starts_at'),
    endsAt: reader.time('ends_at'),
  }
}
