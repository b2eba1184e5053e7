import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Context } from '../context.ts'
import { BadField, FieldReader } from '../domain/goods/index.ts'
import {
  createApp,
  isIpEntry,
  listOwnApps,
  type OwnApp,
  rotateAppSecret,
  setAppIpList,
} from '../domain/publishers/index.ts'
import { MAX_BODY_BYTES } from './answers.ts'
import { requireSignedIn } from './signed-in.ts'

const PATH = '/account/v1/apps'
const MAX_NAME = 64
const MAX_IP_ENTRIES = 100
const limits = { bodyLimit: MAX_BODY_BYTES }

type OfOne = { Params: { app_key: string } }

/** The apps of a member. A secret is in the one answer that makes it. */
export function appRoutes(http: FastifyInstance, ctx: Context): void {
  http.get(PATH, async (request) => {
    const { memberId } = await requireSignedIn(ctx, request)
    return { apps: (await listOwnApps(ctx, memberId)).map(writeApp) }
  })

  http.post(PATH, limits, async (request, reply) => {
    const { memberId } = await requireSignedIn(ctx, request)
    const name = readName(request.body)
    const result = await createApp(ctx, memberId, { name })
    if (result.status === 'suspended') throw new BadField('member', 'you are not in good standing')
    if (result.status === 'too_many') throw new BadField('member', `at most ${result.most} apps`)
    return reply.code(201).send({ app_key: result.appKey, name, secret: result.secret })
  })

  http.post<OfOne>(`${PATH}/:app_key/secret`, limits, async (request, reply) => {
    const { memberId } = await requireSignedIn(ctx, request)
    const appKey = request.params.app_key
    const rotated = await rotateAppSecret(ctx, { memberId, appKey })
    if (!rotated) return answerUnknown(reply)
    const { secret, oldSecretUntil } = rotated
    return { app_key: appKey, secret, old_secret_until: oldSecretUntil.toISOString() }
  })

  http.put<OfOne>(`${PATH}/:app_key/ip-list`, limits, async (request, reply) => {
    const { memberId } = await requireSignedIn(ctx, request)
    const appKey = request.params.app_key
    const ipList = readIpList(request.body)
    const isSet = await setAppIpList(ctx, { memberId, appKey, ipList })
    return isSet ? { app_key: appKey, ip_list: ipList } : answerUnknown(reply)
  })
}

function answerUnknown(reply: FastifyReply) {
  return reply.code(404).send({ error: 'app_key: no such app of yours', field: 'app_key' })
}

function readName(body: unknown): string {
  const name = FieldReader.of(body, ['name']).text('name', MAX_NAME).trim()
  if (name === '' || /\p{C}/u.test(name)) throw new BadField('name', 'printable characters expected')
  return name
}

function readIpList(body: unknown): string[] {
  const ipList = FieldReader.of(body, ['ip_list']).texts('ip_list', MAX_IP_ENTRIES)
  const bad = ipList.find((entry) => !isIpEntry(entry))
  if (bad === undefined) return ipList
  throw new BadField(
    'ip_list',
    `addresses, blocks like 10.0.0.0/8 or patterns like 10.232.*.* expected, not "${bad.slice(0, 64)}"`,
  )
}

function writeApp(app: OwnApp) {
  return {
    app_key: app.appKey,
    name: app.name,
    status: app.isLive ? 'live' : 'stopped',
    ip_list: app.ipList,
    created_at: app.createdAt.toISOString(),
    old_secret_until: app.oldSecretUntil?.toISOString() ?? null,
  }
}
