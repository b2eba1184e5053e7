import { StartError } from '../store/start-error.ts'

/** Which page of a list a command prints. */
export function readPageFlags(
  flags: { after?: string; limit: string },
  most: number,
): { after: bigint; limit: number } {
  if (flags.after !== undefined && !/^\d{1,18}$/.test(flags.after)) {
    throw new StartError('--after: an id expected / 应为编号')
  }
  const limit = /^\d{1,4}$/.test(flags.limit) ? Number(flags.limit) : 0
  if (limit < 1 || limit > most) throw new StartError(`--limit: 1 to ${most} expected / 应为 1 至 ${most}`)
  return { after: BigInt(flags.after ?? 0), limit }
}
