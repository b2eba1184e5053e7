import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import { listNotices, readNotice } from '../domain/accounts/index.ts'
import { FieldReader } from '../domain/goods/index.ts'
import { MAX_BODY_BYTES } from './answers.ts'
import { requireSignedIn } from './signed-in.ts'

const MOST = 100
const DEFAULT_LIMIT = 20

/** What the network tells a member. */
export function noticeRoutes(http: FastifyInstance, ctx: Context): void {
  http.get('/account/v1/notices', async (request) => {
    const { memberId } = await requireSignedIn(ctx, request)
    const reader = FieldReader.of(request.query, ['before', 'limit'])
    const limit = Math.min(Math.max(reader.count('limit', DEFAULT_LIMIT), 1), MOST)
    const notices = await listNotices(ctx, memberId, { before: reader.optionalId('before'), limit })
    const last = notices.length < limit ? undefined : notices.at(-1)
    return {
      notices: notices.map(({ id, kind, title, body, createdAt, readAt }) => ({
        id: String(id),
        kind,
        title,
        body,
        created_at: createdAt.toISOString(),
        read_at: readAt?.toISOString() ?? null,
      })),
      next: last ? String(last.id) : null,
    }
  })

  http.post<{ Params: { id: string } }>(
    '/account/v1/notices/:id/read',
    { bodyLimit: MAX_BODY_BYTES },
    async (request, reply) => {
      const { memberId } = await requireSignedIn(ctx, request)
      const { id } = request.params
      const read = /^[1-9]\d{0,17}$/.test(id) && (await readNotice(ctx, memberId, BigInt(id)))
      return read ? { status: 'read' } : reply.code(404).send({ error: 'id: no such notice', field: 'id' })
    },
  )
}
