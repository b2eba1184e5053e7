import type { FastifyInstance } from 'fastify'
import { requireOperator } from '../admin/operator-auth.ts'
import type { Context } from '../context.ts'
import { listMails, type ShownMail } from '../domain/accounts/index.ts'
import type { Failures, StandingFailure } from '../gateway/failures.ts'
import { methods } from '../methods/index.ts'
import { advanceClock, ClockRefused, parseAdvance } from './advance-clock.ts'
import { readClocks } from './clock-reading.ts'
import { BadFailure, readFailure } from './read-failure.ts'

const MAX_BODY_BYTES = 16_384

/** What only a sandbox lets an operator do: move business time, make calls fail, read the mails. */
export async function sandboxRoutes(
  http: FastifyInstance,
  deps: { ctx: Context; failures: Failures },
): Promise<void> {
  const { ctx, failures } = deps
  http.addHook('onRequest', async (request) => {
    await requireOperator(ctx, request)
  })
  http.addHook('preClose', async () => failures.stop())
  clockRoutes(http, ctx)
  failureRoutes(http, failures)
  http.get('/sandbox/outbox', async () => ({ mails: (await listMails(ctx)).map(writeMail) }))
}

function clockRoutes(http: FastifyInstance, ctx: Context): void {
  http.get('/sandbox/clock', async () => readClocks(ctx))

  http.post('/sandbox/clock', { bodyLimit: MAX_BODY_BYTES }, async (request, reply) => {
    const { body } = request
    const advance = typeof body === 'object' && body !== null && 'advance' in body ? body.advance : undefined
    try {
      const ms = parseAdvance(typeof advance === 'string' ? advance : '')
      const jobs = await advanceClock(ctx, ms)
      return { ...readClocks(ctx), jobs }
    } catch (error) {
      if (!(error instanceof ClockRefused)) throw error
      return reply.code(400).send({ error: error.message })
    }
  })
}

function failureRoutes(http: FastifyInstance, failures: Failures): void {
  const names = new Set(methods.keys())

  http.get('/sandbox/failures', async () => ({ failures: failures.list().map(writeFailure) }))

  http.post('/sandbox/failures', { bodyLimit: MAX_BODY_BYTES }, async (request, reply) => {
    try {
      const added = failures.add(readFailure(request.body, names))
      if (!added) return reply.code(409).send({ error: 'there are too many already: DELETE some' })
      return reply.code(201).send(writeFailure(added))
    } catch (error) {
      if (!(error instanceof BadFailure)) throw error
      return reply.code(400).send({ error: error.message })
    }
  })

  http.delete('/sandbox/failures', async (_request, reply) => {
    failures.clear()
    return reply.code(204).send()
  })

  http.delete<{ Params: { id: string } }>('/sandbox/failures/:id', async (request, reply) => {
    const { id } = request.params
    if (/^\d{1,15}$/.test(id) && failures.remove(Number(id))) return reply.code(204).send()
    return reply.code(404).send({ error: 'id: no such failure, or it is over' })
  })
}

function writeMail({ id, to, subject, text, state, tries, lastProblem, createdAt }: ShownMail) {
  return {
    id: String(id),
    to,
    subject,
    // Once it was sent it is not kept.
    text: text ?? null,
    state,
    tries,
    last_problem: lastProblem ?? null,
    created_at: createdAt.toISOString(),
  }
}

function writeFailure({ id, method, error, rate, delayMs, count, struck }: StandingFailure) {
  return {
    id,
    method,
    ...(error && { code: error.code, sub_code: error.subCode, sub_msg: error.subMsg }),
    rate,
    delay_ms: delayMs,
    count,
    struck,
  }
}
