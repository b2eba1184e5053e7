import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Context } from '../../context.ts'
import { type Decision, listDecisions } from '../../domain/decisions/index.ts'
import { FieldReader } from '../../domain/goods/index.ts'
import {
  appealStates,
  decideAppeal,
  findGrant,
  grantOutright,
  grantStatuses,
  liftViolation,
  listAppeals,
  listGrants,
  packages,
  readAppealRuling,
  readOutright,
  readPermissionReason,
  readWithdrawal,
  withdrawGrant,
  writeAppeal,
  writeGrant,
} from '../../domain/permissions/index.ts'
import { nextOf, readPage } from '../page.ts'

const GRANTS = '/admin/v1/grants'
const APPEALS = '/admin/v1/appeals'
const MAX_BODY_BYTES = 65_536
const MAX_PAGE = 200
const DEFAULT_LIMIT = 50
const limits = { bodyLimit: MAX_BODY_BYTES }

type OfOne = { Params: { id: string } }

/** Permission packages that apps hold, appeals against their loss, and the log of all decisions. */
export function permissionRoutes(http: FastifyInstance, ctx: Context): void {
  grantRoutes(http, ctx)
  appealRoutes(http, ctx)

  http.post<OfOne>('/admin/v1/sites/:id/lift-violation', limits, async (request, reply) => {
    const how = { reason: readPermissionReason(request.body), by: operatorOf(request) }
    const isLifted = await withId(request.params.id, (id) => liftViolation(ctx, id, how))
    return isLifted ? { status: 'lifted' } : answerUnknown(reply, 'site with a violation')
  })

  http.get('/admin/v1/decisions', async (request) => {
    const names = ['member_id', 'site_id', 'app_id', 'kind', 'before', 'limit']
    const reader = FieldReader.of(request.query, names)
    const limit = Math.min(Math.max(reader.count('limit', DEFAULT_LIMIT), 1), MAX_PAGE)
    const decisions = await listDecisions(ctx, {
      memberId: reader.optionalId('member_id'),
      siteId: reader.optionalId('site_id'),
      appId: reader.optionalId('app_id'),
      kind: reader.optionalText('kind'),
      before: reader.optionalId('before'),
      limit,
    })
    return { decisions: decisions.map(writeDecision), next: nextOf(decisions, limit) }
  })
}

function grantRoutes(http: FastifyInstance, ctx: Context): void {
  http.get(GRANTS, async (request) => {
    const names = ['member_id', 'app_key', 'site_id', 'package', 'status']
    const { reader, after, limit } = readPage(request.query, { names, most: MAX_PAGE })
    const pkg = reader.choice('package', [...packages, 'all'] as const, 'all')
    const status = reader.choice('status', [...grantStatuses, 'all'] as const, 'all')
    const grants = await listGrants(ctx, {
      memberId: reader.optionalId('member_id'),
      appKey: reader.optionalText('app_key'),
      siteId: reader.optionalId('site_id'),
      package: pkg === 'all' ? undefined : pkg,
      status: status === 'all' ? undefined : status,
      after,
      limit,
    })
    return { grants: grants.map(writeGrant), next: nextOf(grants, limit) }
  })

  http.get<OfOne>(`${GRANTS}/:id`, async (request, reply) => {
    const grant = await withId(request.params.id, (id) => findGrant(ctx, id))
    return grant ? writeGrant(grant) : answerUnknown(reply, 'grant')
  })

  http.post(GRANTS, limits, async (request, reply) => {
    const { id } = await grantOutright(ctx, { ...readOutright(request.body), by: operatorOf(request) })
    const grant = await findGrant(ctx, id)
    return grant ? reply.code(201).send(writeGrant(grant)) : answerUnknown(reply, 'grant')
  })

  http.post<OfOne>(`${GRANTS}/:id/withdraw`, limits, async (request, reply) => {
    const how = { ...readWithdrawal(request.body), by: operatorOf(request) }
    const done = await withId(request.params.id, (id) => withdrawGrant(ctx, id, how))
    const grant = done && (await findGrant(ctx, done.id))
    return grant ? writeGrant(grant) : answerUnknown(reply, 'grant')
  })
}

function appealRoutes(http: FastifyInstance, ctx: Context): void {
  http.get(APPEALS, async (request) => {
    const names = ['state', 'member_id', 'grant_id']
    const { reader, after, limit } = readPage(request.query, { names, most: MAX_PAGE })
    const state = reader.choice('state', [...appealStates, 'all'] as const, 'waiting')
    const appeals = await listAppeals(ctx, {
      state: state === 'all' ? undefined : state,
      memberId: reader.optionalId('member_id'),
      grantId: reader.optionalId('grant_id'),
      after,
      limit,
    })
    return { appeals: appeals.map(writeAppeal), next: nextOf(appeals, limit) }
  })

  http.post<OfOne>(`${APPEALS}/:id/decide`, limits, async (request, reply) => {
    const ruling = { ...readAppealRuling(request.body), by: operatorOf(request) }
    const appeal = await withId(request.params.id, (id) => decideAppeal(ctx, id, ruling))
    return appeal ? writeAppeal(appeal) : answerUnknown(reply, 'appeal')
  })
}

function operatorOf({ operatorId }: { operatorId: bigint | undefined }) {
  return { kind: 'operator', operatorId } as const
}

async function withId<T>(text: string, work: (id: bigint) => Promise<T | undefined>): Promise<T | undefined> {
  return /^[1-9]\d{0,17}$/.test(text) ? work(BigInt(text)) : undefined
}

function answerUnknown(reply: FastifyReply, what: string) {
  return reply.code(404).send({ error: `id: no such ${what}`, field: 'id' })
}

function writeDecision({ id, kind, by, reason, figures, at, ...about }: Decision) {
  const text = (value: bigint | undefined) => (value === undefined ? null : String(value))
  return {
    id: String(id),
    kind,
    made_by: by.kind,
    operator_id: by.kind === 'operator' ? text(by.operatorId) : null,
    member_id: text(about.memberId),
    site_id: text(about.siteId),
    app_id: text(about.appId),
    package: about.package ?? null,
    subject_id: text(about.subjectId),
    reason,
    figures,
    at: at.toISOString(),
  }
}
