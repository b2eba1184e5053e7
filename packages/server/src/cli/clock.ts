import type { Context } from '../context.ts'
import { advanceClock, ClockRefused, parseAdvance } from '../sandbox/advance-clock.ts'
import { readClocks } from '../sandbox/clock-reading.ts'
import { StartError } from '../store/start-error.ts'

/** Prints the two clocks; with an advance, moves business time first, for a running server too. */
export async function clockCommand(ctx: Context, advance: string | undefined): Promise<number> {
  const failed = advance === undefined ? [] : await move(ctx, advance)
  const { wall, now, now_gmt8 } = readClocks(ctx)
  process.stdout.write(`wall      ${wall}\nbusiness  ${now}  (GMT+8 ${now_gmt8})\n`)
  for (const name of failed) process.stderr.write(`job "${name}" failed, see the log / 任务失败\n`)
  return failed.length === 0 ? 0 : 1
}

async function move(ctx: Context, advance: string): Promise<string[]> {
  try {
    const jobs = await advanceClock(ctx, parseAdvance(advance))
    return jobs.filter((job) => !job.ok).map((job) => job.name)
  } catch (error) {
    if (error instanceof ClockRefused) throw new StartError(error.message)
    throw error
  }
}
