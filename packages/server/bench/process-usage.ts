import { readdirSync, readFileSync } from 'node:fs'

const TICKS_A_SECOND = 100

/** CPU seconds spent so far, and memory in use now. */
export type Usage = { cpuSeconds: number; rssMib: number }

/** Of one process; undefined where the system has no /proc. */
export function usageOf(pid: number): Usage | undefined {
  const fields = statFields(pid)
  if (!fields) return undefined
  return { cpuSeconds: cpuSeconds(fields, false), rssMib: rssMib(pid) }
}

/** CPU seconds of a PostgreSQL server with all its connections, those that ended included. */
export function databaseCpuSeconds(postmaster: number): number | undefined {
  const own = statFields(postmaster)
  if (!own) return undefined
  let sum = cpuSeconds(own, true)
  for (const name of readdirSync('/proc')) {
    const fields = /^\d+$/.test(name) ? statFields(Number(name)) : undefined
    if (fields && Number(fields[1]) === postmaster) sum += cpuSeconds(fields, false)
  }
  return sum
}

/** The fields of /proc/PID/stat from the state on: the name before it may hold blanks. */
function statFields(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}

function cpuSeconds(fields: readonly string[], withEndedChildren: boolean): number {
  const ticks = withEndedChildren ? fields.slice(11, 15) : fields.slice(11, 13)
  return ticks.reduce((sum, text) => sum + Number(text), 0) / TICKS_A_SECOND
}

function rssMib(pid: number): number {
  const kib = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(kib ?? 0) / 1024)
}
