import { formatGmt8 } from '@opentbk/top'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import {
  type CalendarDay,
  listCalendar,
  readCalendarReason,
  readDay,
  readSaying,
  readYear,
  removeCalendarDay,
  setCalendarDay,
  setYearKnown,
  setYearUnknown,
} from '../../domain/calendar/index.ts'
import { BadField } from '../../domain/goods/index.ts'
import { StartError } from '../../store/start-error.ts'

type Door = { program: Command; run(work: (ctx: Context) => Promise<number>): Promise<void> }

const REASON = 'kept with it / 理由'
// The command line knows no operator.
const by = { kind: 'operator', operatorId: undefined } as const
const say = (line: string) => process.stdout.write(`${line}\n`)

/** Working days in China: what answers are due by. */
export function addCalendarCommands({ program, run }: Door): void {
  const calendar = program
    .command('calendar')
    .description('public holidays and the days worked for them / 节假日与调休')

  calendar
    .command('list')
    .description('prints the days that are not what their weekday says / 列出节假日与调休')
    .option('--year <year>', 'of this year, else of the current one / 年份，默认今年')
    .action((flags: { year?: string }) => run((ctx) => named(() => printYear(ctx, flags.year))))

  calendar
    .command('set <day>')
    .description('says what a day is; it wins over the library / 设置某天')
    .option('--working', 'a working day / 工作日')
    .option('--holiday', 'no working day / 休息日')
    .requiredOption('--name <name>', 'such as 国庆节 / 名称')
    .requiredOption('--reason <text>', REASON)
    .action((day: string, flags: DayFlags) => run((ctx) => named(() => set(ctx, day, flags))))

  calendar
    .command('remove <day>')
    .description('takes back what was set: the library holds again / 撤销对某天的设置')
    .requiredOption('--reason <text>', REASON)
    .action((day: string, flags: { reason: string }) => run((ctx) => named(() => remove(ctx, day, flags))))

  addYearCommands(calendar, run)
}

function addYearCommands(calendar: Command, run: Door['run']): void {
  calendar
    .command('know <year>')
    .description('all holidays of this year are entered: dates in it are final / 该年节假日已全部录入')
    .requiredOption('--reason <text>', REASON)
    .action((year: string, flags: { reason: string }) => run((ctx) => named(() => know(ctx, year, flags))))

  calendar
    .command('forget <year>')
    .description('takes that back / 撤销 know')
    .requiredOption('--reason <text>', REASON)
    .action((year: string, flags: { reason: string }) => run((ctx) => named(() => forget(ctx, year, flags))))
}

/** What is wrong is told by the argument's or the flag's name. */
async function named(work: () => Promise<void>): Promise<number> {
  try {
    await work()
    return 0
  } catch (error) {
    if (!(error instanceof BadField)) throw error
    const isFlag = error.field === 'name' || error.field === 'reason'
    throw new StartError(`${isFlag ? '--' : ''}${error.field}: ${error.reason}`)
  }
}

async function printYear(ctx: Context, given: string | undefined): Promise<void> {
  const year = readYear(given ?? formatGmt8(ctx.clock.now()).slice(0, 4))
  const { knownBy, days } = await listCalendar(ctx, { year })
  for (const day of days) printDay(day)
  say(
    knownBy === undefined
      ? `${year} is not known yet: dates in it are provisional / 该年安排尚未公布`
      : `${year} is known by the ${knownBy} / 该年安排已录入`,
  )
}

type DayFlags = { working?: true; holiday?: true; name: string; reason: string }

async function set(ctx: Context, text: string, flags: DayFlags): Promise<void> {
  const { working = false, holiday = false, name, reason } = flags
  if (working === holiday) throw new StartError('--working or --holiday: one of them expected / 须二选一')
  const day = readDay(text)
  printDay(await setCalendarDay(ctx, { day, ...readSaying({ working, name, reason }), by }))
}

async function remove(ctx: Context, text: string, flags: { reason: string }): Promise<void> {
  const day = readDay(text)
  if (!(await removeCalendarDay(ctx, { day, reason: readCalendarReason(flags), by })))
    throw new StartError(`day: nothing was set for ${day} / ${day} 没有设置`)
  say(`${day} removed / 已撤销`)
}

async function know(ctx: Context, text: string, flags: { reason: string }): Promise<void> {
  const year = readYear(text)
  await setYearKnown(ctx, { year, reason: readCalendarReason(flags), by })
  say(`${year} is known by the operator / 该年安排已录入`)
}

async function forget(ctx: Context, text: string, flags: { reason: string }): Promise<void> {
  const year = readYear(text)
  if (!(await setYearUnknown(ctx, { year, reason: readCalendarReason(flags), by })))
    throw new StartError(`year: no operator has said that ${year} is known / 未曾录入 ${year} 年`)
  say(`${year}: taken back / 已撤销`)
}

function printDay({ day, isWorking, name, source }: CalendarDay): void {
  say(`${day}  ${isWorking ? 'working' : 'holiday'}  ${source.padEnd(8)}  ${name}`)
}
