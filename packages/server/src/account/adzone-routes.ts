import { Refusal } from '@opentbk/top'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Context } from '../context.ts'
import { FieldReader } from '../domain/goods/index.ts'
import { createAdzone, listAdzones, parsePid } from '../domain/publishers/index.ts'
import { requirePublisher } from './acting-publisher.ts'
import { MAX_BODY_BYTES } from './answers.ts'
import { requireSignedIn } from './signed-in.ts'

const PATH = '/account/v1/adzones'
const MAX_NAME = 64

/** The places into which a publisher's links go. */
export function adzoneRoutes(http: FastifyInstance, ctx: Context): void {
  http.get(PATH, async (request, reply) => {
    const { memberId } = await requireSignedIn(ctx, request)
    const siteId = FieldReader.of(request.query, ['site_id']).optionalId('site_id')
    const found = await listAdzones({ ...ctx, promoterId: memberId }, siteId)
    if (!found) return refuseSite(reply)
    return { total: found.totalCount, adzones: found.adzones.map(writeAdzone) }
  })

  http.post(PATH, { bodyLimit: MAX_BODY_BYTES }, async (request, reply) => {
    const promoter = await requirePublisher(ctx, request)
    const reader = FieldReader.of(request.body, ['site_id', 'name'])
    const wanted = { siteId: reader.id('site_id'), name: reader.text('name', MAX_NAME).trim() }
    try {
      const pid = await createAdzone(promoter, wanted)
      return reply.code(201).send(writeAdzone({ pid, name: wanted.name }))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error.refusal === 'site.unknown') return refuseSite(reply)
      return reply.code(409).send({ error: 'site_id: it has all adzones that it may have', field: 'site_id' })
    }
  })
}

function refuseSite(reply: FastifyReply) {
  return reply.code(404).send({ error: 'site_id: no such approved site of yours', field: 'site_id' })
}

function writeAdzone({ pid, name }: { pid: string; name: string }) {
  const place = parsePid(pid)
  return { adzone_id: String(place?.adzoneId), site_id: String(place?.siteId), pid, name }
}
