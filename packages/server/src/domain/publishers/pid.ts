/** A PID names an adzone: mm_<member>_<site>_<adzone>. */
export type Pid = { memberId: bigint; siteId: bigint; adzoneId: bigint }

const PID = /^mm_([1-9]\d{0,17})_([1-9]\d{0,17})_([1-9]\d{0,17})$/

export function parsePid(text: string): Pid | undefined {
  const parts = PID.exec(text.trim())
  if (!parts) return undefined
  return {
    memberId: BigInt(parts[1] as string),
    siteId: BigInt(parts[2] as string),
    adzoneId: BigInt(parts[3] as string),
  }
}

export function formatPid(pid: Pid): string {
  return `mm_${pid.memberId}_${pid.siteId}_${pid.adzoneId}`
}
