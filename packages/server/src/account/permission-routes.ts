import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import { type Decision, listDecisions } from '../domain/decisions/index.ts'
import { FieldReader } from '../domain/goods/index.ts'
import {
  appealStates,
  appealWithdrawal,
  applicationStates,
  apply,
  cancelApplication,
  describePackages,
  listAppeals,
  listApplications,
  listGrants,
  readAsked,
  readPermissionReason,
  writeAppeal,
  writeApplication,
  writeGrant,
  writePackage,
} from '../domain/permissions/index.ts'
import { MAX_BODY_BYTES } from './answers.ts'
import { requireSignedIn } from './signed-in.ts'

const MOST = 100
const DEFAULT_LIMIT = 50
const limits = { bodyLimit: MAX_BODY_BYTES }
/** What looks like cheating and was found to be none is between operators. */
const KEPT_FROM_MEMBERS: readonly string[] = ['case.raise', 'case.dismiss']

type OfOne = { Params: { id: string } }

/** Permission packages as whoever holds them or asks for them sees them. */
export function permissionRoutes(http: FastifyInstance, ctx: Context): void {
  http.get('/account/v1/permissions', async (request) => {
    const { memberId } = await requireSignedIn(ctx, request)
    const reader = FieldReader.of(request.query, ['app_key', 'site_id'])
    const of = { appKey: reader.text('app_key'), siteId: reader.id('site_id') }
    return { packages: (await describePackages(ctx, memberId, of)).map(writePackage) }
  })
  applicationRoutes(http, ctx)
  grantRoutes(http, ctx)

  http.get('/account/v1/decisions', async (request) => {
    const { memberId } = await requireSignedIn(ctx, request)
    const reader = FieldReader.of(request.query, ['before', 'limit'])
    const limit = readLimit(reader)
    const decisions = await listDecisions(ctx, { memberId, before: reader.optionalId('before'), limit })
    const shown = decisions.filter(({ kind }) => !KEPT_FROM_MEMBERS.includes(kind))
    return { decisions: shown.map(writeDecision), next: nextOf(decisions, limit) }
  })
}

function applicationRoutes(http: FastifyInstance, ctx: Context): void {
  const path = '/account/v1/applications'

  http.get(path, async (request) => {
    const { memberId } = await requireSignedIn(ctx, request)
    const reader = FieldReader.of(request.query, ['state', 'site_id', 'after', 'limit'])
    const limit = readLimit(reader)
    const state = reader.choice('state', [...applicationStates, 'all'] as const, 'all')
    const applications = await listApplications(ctx, {
      state: state === 'all' ? undefined : state,
      memberId,
      siteId: reader.optionalId('site_id'),
      isOverdue: false,
      after: reader.optionalId('after'),
      limit,
    })
    return { applications: applications.map(writeApplication), next: nextOf(applications, limit) }
  })

  http.post(path, limits, async (request, reply) => {
    const { memberId } = await requireSignedIn(ctx, request)
    const application = await apply(ctx, memberId, readAsked(request.body))
    return reply.code(201).send(writeApplication({ ...application, isOverdue: false }))
  })

  http.post<OfOne>(`${path}/:id/cancel`, limits, async (request, reply) => {
    const { memberId } = await requireSignedIn(ctx, request)
    FieldReader.of(request.body, [])
    const application = await withId(request.params.id, (id) => cancelApplication(ctx, memberId, id))
    if (!application) return reply.code(404).send({ error: 'id: no such application', field: 'id' })
    return writeApplication({ ...application, isOverdue: false })
  })
}

function grantRoutes(http: FastifyInstance, ctx: Context): void {
  http.get('/account/v1/grants', async (request) => {
    const { memberId } = await requireSignedIn(ctx, request)
    const reader = FieldReader.of(request.query, ['app_key', 'site_id', 'after', 'limit'])
    const limit = readLimit(reader)
    const grants = await listGrants(ctx, {
      memberId,
      appKey: reader.optionalText('app_key'),
      siteId: reader.optionalId('site_id'),
      package: undefined,
      status: undefined,
      after: reader.optionalId('after') ?? 0n,
      limit,
    })
    return { grants: grants.map(writeGrant), next: nextOf(grants, limit) }
  })

  http.post<OfOne>('/account/v1/grants/:id/appeal', limits, async (request, reply) => {
    const { memberId } = await requireSignedIn(ctx, request)
    const reason = readPermissionReason(request.body)
    const appeal = await withId(request.params.id, (grantId) =>
      appealWithdrawal(ctx, memberId, { grantId, reason }),
    )
    if (!appeal) return reply.code(404).send({ error: 'id: no such grant', field: 'id' })
    return reply.code(201).send(writeAppeal(appeal))
  })

  http.get('/account/v1/appeals', async (request) => {
    const { memberId } = await requireSignedIn(ctx, request)
    const reader = FieldReader.of(request.query, ['state', 'grant_id', 'after', 'limit'])
    const limit = readLimit(reader)
    const state = reader.choice('state', [...appealStates, 'all'] as const, 'all')
    const appeals = await listAppeals(ctx, {
      state: state === 'all' ? undefined : state,
      memberId,
      grantId: reader.optionalId('grant_id'),
      after: reader.optionalId('after') ?? 0n,
      limit,
    })
    return { appeals: appeals.map(writeAppeal), next: nextOf(appeals, limit) }
  })
}

function readLimit(reader: FieldReader): number {
  return Math.min(Math.max(reader.count('limit', DEFAULT_LIMIT), 1), MOST)
}

function nextOf(rows: readonly { id: bigint }[], limit: number): string | null {
  const last = rows.length < limit ? undefined : rows.at(-1)
  return last ? String(last.id) : null
}

async function withId<T>(text: string, work: (id: bigint) => Promise<T | undefined>): Promise<T | undefined> {
  return /^[1-9]\d{0,17}$/.test(text) ? work(BigInt(text)) : undefined
}

function writeDecision({ id, kind, by, reason, figures, at, ...about }: Decision) {
  return {
    id: String(id),
    kind,
    made_by: by.kind,
    site_id: about.siteId === undefined ? null : String(about.siteId),
    package: about.package ?? null,
    subject_id: about.subjectId === undefined ? null : String(about.subjectId),
    reason,
    figures,
    at: at.toISOString(),
  }
}
