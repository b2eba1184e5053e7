import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import { FieldReader } from '../domain/goods/index.ts'
import {
  addRedirect,
  type Grant,
  grantStates,
  listGrants,
  listRedirects,
  type Redirect,
  removeRedirect,
  withdrawGrant,
} from '../domain/oauth/index.ts'
import { nextOf, readPage } from './page.ts'

const MAX_BODY_BYTES = 16_384
const MAX_PAGE = 200
const REDIRECTS = '/admin/v1/apps/:key/redirects'
const GRANTS = '/admin/v1/authorisations'

type OfApp = { Params: { key: string } }

/** Where apps are answered, and what members granted them. */
export function oauthAdminRoutes(http: FastifyInstance, ctx: Context): void {
  http.get<OfApp>(REDIRECTS, async (request) => writeRedirects(await listRedirects(ctx, request.params.key)))

  http.post<OfApp>(REDIRECTS, { bodyLimit: MAX_BODY_BYTES }, async (request, reply) => {
    const origin = FieldReader.of(request.body, ['origin']).text('origin')
    const operator = { id: request.operatorId }
    const redirects = await addRedirect(ctx, { appKey: request.params.key, origin, operator })
    return reply.code(201).send(writeRedirects(redirects))
  })

  http.delete<OfApp>(REDIRECTS, async (request) => {
    const origin = FieldReader.of(request.query, ['origin']).text('origin')
    return writeRedirects(await removeRedirect(ctx, { appKey: request.params.key, origin }))
  })

  http.get(GRANTS, async (request) => {
    const names = ['member_id', 'app_key', 'state']
    const { reader, after, limit } = readPage(request.query, { names, most: MAX_PAGE })
    const state = reader.choice('state', [...grantStates, 'all'] as const, 'all')
    const grants = await listGrants(ctx, {
      memberId: reader.optionalId('member_id'),
      appKey: reader.optionalText('app_key'),
      state: state === 'all' ? undefined : state,
      after,
      limit,
    })
    return { authorisations: grants.map(writeGrant), next: nextOf(grants, limit) }
  })

  http.post<{ Params: { id: string } }>(
    `${GRANTS}/:id/withdraw`,
    { bodyLimit: MAX_BODY_BYTES },
    async (request, reply) => {
      const { id } = request.params
      const by = { operator: { id: request.operatorId } }
      const isDone = /^[1-9]\d{0,17}$/.test(id) && (await withdrawGrant(ctx, BigInt(id), by))
      if (!isDone) return reply.code(404).send({ error: 'id: no such live authorisation', field: 'id' })
      return { id, withdrawn: true }
    },
  )
}

function writeRedirects(redirects: readonly Redirect[]) {
  return {
    redirects: redirects.map(({ scheme, host, createdAt }) => ({
      origin: `${scheme}://${host}`,
      created_at: createdAt.toISOString(),
    })),
  }
}

function writeGrant(grant: Grant) {
  return {
    id: String(grant.id),
    app_key: grant.appKey,
    app_name: grant.appName,
    member_id: String(grant.memberId),
    granted_at: grant.grantedAt.toISOString(),
    expires_at: grant.expiresAt.toISOString(),
    withdrawn_at: grant.withdrawnAt?.toISOString() ?? null,
    reason: grant.reason ?? null,
  }
}
