import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Context } from '../context.ts'
import {
  findMemberStory,
  listMembers,
  type Member,
  type MemberStory,
  readStanding,
  roles,
  setStanding,
  standings,
} from '../domain/members/index.ts'
import { nextOf, readPage } from './page.ts'

const MAX_BODY_BYTES = 16_384
const MAX_PAGE = 200

type ById = { Params: { id: string } }

/** Who takes part in the network, and who is suspended. */
export function memberRoutes(http: FastifyInstance, ctx: Context): void {
  http.get('/admin/v1/members', async (request) => {
    const { reader, after, limit } = readPage(request.query, { names: ['role', 'standing'], most: MAX_PAGE })
    const role = reader.choice('role', [...roles, 'all'] as const, 'all')
    const standing = reader.choice('standing', [...standings, 'all'] as const, 'all')
    const members = await listMembers(ctx, {
      role: role === 'all' ? undefined : role,
      standing: standing === 'all' ? undefined : standing,
      after,
      limit,
    })
    return { members: members.map(writeMember), next: nextOf(members, limit) }
  })

  http.get<ById>('/admin/v1/members/:id', async (request, reply) => {
    const id = readId(request.params.id)
    const story = id && (await findMemberStory(ctx, id))
    return story ? { ...writeMember(story), decisions: writeDecisions(story) } : refuseId(reply)
  })

  http.post<ById>('/admin/v1/members/:id/standing', { bodyLimit: MAX_BODY_BYTES }, async (request, reply) => {
    const id = readId(request.params.id)
    const by = { kind: 'operator', operatorId: request.operatorId } as const
    const how = { ...readStanding(request.body), by }
    const member = id && (await setStanding(ctx, id, how))
    return member ? writeMember(member) : refuseId(reply)
  })
}

function readId(text: string): bigint | undefined {
  return /^[1-9]\d{0,17}$/.test(text) ? BigInt(text) : undefined
}

function refuseId(reply: FastifyReply) {
  return reply.code(404).send({ error: 'id: no such member', field: 'id' })
}

function writeMember({ id, name, roles: held, standing, createdAt }: Member) {
  return { id: String(id), name, roles: held, standing, created_at: createdAt.toISOString() }
}

function writeDecisions({ decisions }: MemberStory) {
  return decisions.map(({ id, kind, by, reason, at }) => ({
    id: String(id),
    kind,
    made_by: by.kind,
    operator_id: by.kind === 'operator' && by.operatorId !== undefined ? String(by.operatorId) : null,
    reason,
    at: at.toISOString(),
  }))
}
