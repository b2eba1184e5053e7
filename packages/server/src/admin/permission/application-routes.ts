import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Context } from '../../context.ts'
import {
  applicationStates,
  decideApplication,
  findApplication,
  type Invitation,
  invite,
  listApplications,
  listInvitations,
  readInvitation,
  readRuling,
  type ShownApplication,
  uninvite,
  writeApplication,
  writeRule,
} from '../../domain/permissions/index.ts'
import { nextOf, readPage } from '../page.ts'

const PATH = '/admin/v1/applications'
const INVITATIONS = '/admin/v1/invitations'
const MAX_BODY_BYTES = 65_536
const MAX_PAGE = 200
const limits = { bodyLimit: MAX_BODY_BYTES }

type OfOne = { Params: { id: string } }

/** Applications for permission packages: the reviewers' queue, and who is invited to it. */
export function applicationRoutes(http: FastifyInstance, ctx: Context): void {
  http.get(PATH, async (request) => {
    const names = ['state', 'member_id', 'site_id', 'overdue']
    const { reader, after, limit } = readPage(request.query, { names, most: MAX_PAGE })
    const state = reader.choice('state', [...applicationStates, 'all'] as const, 'waiting')
    const applications = await listApplications(ctx, {
      state: state === 'all' ? undefined : state,
      memberId: reader.optionalId('member_id'),
      siteId: reader.optionalId('site_id'),
      isOverdue: reader.flag('overdue', false),
      after: after === 0n ? undefined : after,
      limit,
    })
    return { applications: applications.map(write), next: nextOf(applications, limit) }
  })

  http.get<OfOne>(`${PATH}/:id`, async (request, reply) => {
    const application = await withId(request.params.id, (id) => findApplication(ctx, id))
    if (!application) return answerUnknown(reply)
    return { ...write(application), rules_now: application.rulesNow.map(writeRule) }
  })

  http.post<OfOne>(`${PATH}/:id/decide`, limits, async (request, reply) => {
    const by = { kind: 'operator', operatorId: request.operatorId } as const
    const ruling = { ...readRuling(request.body), by }
    const application = await withId(request.params.id, (id) => decideApplication(ctx, id, ruling))
    return application ? write({ ...application, isOverdue: false }) : answerUnknown(reply)
  })

  invitationRoutes(http, ctx)
}

function invitationRoutes(http: FastifyInstance, ctx: Context): void {
  http.get(INVITATIONS, async (request) => {
    const { after, limit } = readPage(request.query, { names: [], most: MAX_PAGE })
    const invitations = await listInvitations(ctx, { after, limit })
    const siteIds = [...new Set(invitations.map(({ siteId }) => siteId))]
    const sites = siteIds.map((id) => ({ id }))
    return { invitations: invitations.map(writeInvitation), next: nextOf(sites, limit) }
  })

  http.post(INVITATIONS, limits, async (request, reply) => {
    const by = { kind: 'operator', operatorId: request.operatorId } as const
    const invitation = { ...readInvitation(request.body), by }
    await invite(ctx, invitation)
    return reply.code(201).send({ site_id: String(invitation.siteId), package: invitation.package })
  })

  http.post(`${INVITATIONS}/withdraw`, limits, async (request, reply) => {
    const by = { kind: 'operator', operatorId: request.operatorId } as const
    const invitation = { ...readInvitation(request.body), by }
    if (await uninvite(ctx, invitation)) return { status: 'withdrawn' }
    return reply.code(404).send({ error: 'site_id: it is not invited', field: 'site_id' })
  })
}

async function withId<T>(text: string, work: (id: bigint) => Promise<T | undefined>): Promise<T | undefined> {
  return /^[1-9]\d{0,17}$/.test(text) ? work(BigInt(text)) : undefined
}

function answerUnknown(reply: FastifyReply) {
  return reply.code(404).send({ error: 'id: no such application', field: 'id' })
}

function write(application: ShownApplication) {
  const { operatorId } = application
  return {
    ...writeApplication(application),
    operator_id: operatorId === undefined ? null : String(operatorId),
  }
}

function writeInvitation({ siteId, package: pkg, operatorId, reason, invitedAt }: Invitation) {
  return {
    site_id: String(siteId),
    package: pkg,
    operator_id: operatorId === undefined ? null : String(operatorId),
    reason,
    invited_at: invitedAt.toISOString(),
  }
}
