import { randomInt } from 'node:crypto'

const PLAN_CHARS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const MSG_CHARS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const PLAN_LENGTH = 9
const MSG_LENGTH = 8
const OFFSET = new RegExp(`^([${PLAN_CHARS}]{${PLAN_LENGTH}})([${MSG_CHARS}]{${MSG_LENGTH}})$`)

export function randomPlanCode(): string {
  return randomText(PLAN_CHARS, PLAN_LENGTH)
}

/** Message ids, none of them twice. */
export function randomMsgIds(count: number): string[] {
  const ids = new Set<string>()
  while (ids.size < count) ids.add(randomText(MSG_CHARS, MSG_LENGTH))
  return [...ids]
}

/** A place in a plan: the plan's code and then the message's id. */
export function formatOffset(place: { planCode: string; msgId: string }): string {
  return place.planCode + place.msgId
}

export function parseOffset(text: string): { planCode: string; msgId: string } | undefined {
  const parts = OFFSET.exec(text)
  return parts ? { planCode: parts[1] as string, msgId: parts[2] as string } : undefined
}

function randomText(chars: string, length: number): string {
  return Array.from({ length }, () => chars[randomInt(chars.length)]).join('')
}
