export const activityStates = ['planned', 'open', 'ended'] as const
/** By the time alone: planned before it starts, ended from its end on. */
export type ActivityState = (typeof activityStates)[number]

/** A merchant pays for each buyer who is new to its shop (拉新活动). */
export type Activity = {
  id: bigint
  /** Its id on the wire, `100001_1`. */
  activityId: string
  shopId: bigint
  name: string
  rewardFen: bigint
  startsAt: Date
  endsAt: Date
  /** When it was ended before its time. */
  endedAt: Date | undefined
  createdAt: Date
}

/** Who did something: an operator, unknown by the command line. */
export type Operator = { id: bigint | undefined }
