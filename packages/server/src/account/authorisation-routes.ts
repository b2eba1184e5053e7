import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import { FieldReader } from '../domain/goods/index.ts'
import { type Grant, listGrants, withdrawGrant } from '../domain/oauth/index.ts'
import { requireSignedIn } from './signed-in.ts'

const PATH = '/account/v1/authorisations'
const MAX_BODY_BYTES = 1024
const MOST = 200

/** Which apps may act for a member, and how the member ends that. */
export function authorisationRoutes(http: FastifyInstance, ctx: Context): void {
  http.get(PATH, async (request) => {
    const { memberId } = await requireSignedIn(ctx, request)
    const reader = FieldReader.of(request.query, ['after'])
    const after = reader.optionalId('after') ?? 0n
    const filter = { memberId, appKey: undefined, state: 'live', after, limit: MOST } as const
    const grants = await listGrants(ctx, filter)
    return {
      authorisations: grants.map(writeGrant),
      next: grants.length < MOST ? null : String(grants.at(-1)?.id),
    }
  })

  http.post<{ Params: { id: string } }>(
    `${PATH}/:id/withdraw`,
    { bodyLimit: MAX_BODY_BYTES },
    async (request, reply) => {
      const { memberId } = await requireSignedIn(ctx, request)
      const { id } = request.params
      const isDone = /^[1-9]\d{0,17}$/.test(id) && (await withdrawGrant(ctx, BigInt(id), { memberId }))
      if (!isDone)
        return reply.code(404).send({ error: 'id: no such live authorisation of yours', field: 'id' })
      return { id, withdrawn: true }
    },
  )
}

function writeGrant(grant: Grant) {
  return {
    id: String(grant.id),
    app_key: grant.appKey,
    app_name: grant.appName,
    app_owner: grant.ownerName,
    granted_at: grant.grantedAt.toISOString(),
    expires_at: grant.expiresAt.toISOString(),
  }
}
