import { formatGmt8 } from '@opentbk/top'
import type { FastifyInstance } from 'fastify'
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
import { FieldReader } from '../../domain/goods/index.ts'

const MAX_BODY_BYTES = 65_536
const PATH = '/admin/v1/calendar'
const limits = { bodyLimit: MAX_BODY_BYTES }

type OfDay = { Params: { day: string } }
type OfYear = { Params: { year: string } }

/** Working days in China: what answers are due by. */
export function calendarRoutes(http: FastifyInstance, ctx: Context): void {
  http.get(PATH, async (request) => {
    const year = FieldReader.of(request.query, ['year']).optionalText('year')
    return writeYear(ctx, readYear(year ?? formatGmt8(ctx.clock.now()).slice(0, 4)))
  })

  http.put<OfDay>(`${PATH}/:day`, limits, async (request) => {
    const day = readDay(request.params.day)
    const by = { kind: 'operator', operatorId: request.operatorId } as const
    return writeDay(await setCalendarDay(ctx, { day, ...readSaying(request.body), by }))
  })

  http.delete<OfDay>(`${PATH}/:day`, async (request, reply) => {
    const day = readDay(request.params.day)
    const by = { kind: 'operator', operatorId: request.operatorId } as const
    if (await removeCalendarDay(ctx, { day, reason: readCalendarReason(request.query), by }))
      return reply.code(204).send()
    return reply.code(404).send({ error: 'day: no operator has said anything of it', field: 'day' })
  })

  yearRoutes(http, ctx)
}

function yearRoutes(http: FastifyInstance, ctx: Context): void {
  http.put<OfYear>(`${PATH}/years/:year`, limits, async (request) => {
    const year = readYear(request.params.year)
    const by = { kind: 'operator', operatorId: request.operatorId } as const
    await setYearKnown(ctx, { year, reason: readCalendarReason(request.body), by })
    return writeYear(ctx, year)
  })

  http.delete<OfYear>(`${PATH}/years/:year`, async (request, reply) => {
    const year = readYear(request.params.year)
    const by = { kind: 'operator', operatorId: request.operatorId } as const
    if (await setYearUnknown(ctx, { year, reason: readCalendarReason(request.query), by }))
      return reply.code(204).send()
    return reply.code(404).send({ error: 'year: no operator has said that it is known', field: 'year' })
  })
}

async function writeYear(ctx: Context, year: number) {
  const { knownBy, days } = await listCalendar(ctx, { year })
  return { year, known_by: knownBy ?? null, days: days.map(writeDay) }
}

function writeDay({ day, isWorking, name, source, operatorId }: CalendarDay) {
  return {
    day,
    working: isWorking,
    name,
    source,
    operator_id: operatorId === undefined ? null : String(operatorId),
  }
}
