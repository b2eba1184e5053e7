import type { Context } from '../../context.ts'
import { findAdzone } from './get-adzone.ts'
import { parsePid } from './pid.ts'

/** Whether a PID names an adzone of this network whose three parts belong together. */
export async function checkPid(ctx: Context, text: string): Promise<boolean> {
  const pid = parsePid(text)
  if (!pid) return false
  const adzone = await findAdzone(ctx, pid.adzoneId)
  return adzone !== undefined && adzone.memberId === pid.memberId && adzone.siteId === pid.siteId
}
