import type { Context } from '../context.ts'
import { formatPid, sessionTokenHash } from '../domain/publishers/index.ts'
import type { Tx } from '../store/store.ts'
import type { DemoRecord } from './demo-record.ts'
import { demoSecrets } from './demo-secrets.ts'
import { insertRows, reserveIds } from './insert-rows.ts'

const DAY_MS = 86_400_000
export const SESSION_DAYS = 365
const MERCHANTS = 12
export const appKeys = {
  app: '12630101',
  providerApp: '12630102',
  secondApp: '12630103',
  leaderApp: '12630104',
}
export const packages = [
  'basic',
  'link',
  'share',
  'order',
  'publisher',
  'reward',
  'report',
  'audience',
  'community',
  'content',
]

/** Who seeds, into what, as of when. */
export type Seeding = { ctx: Context; tx: Tx; now: Date }

export type DemoPeople = Omit<DemoRecord, 'shopId' | 'shopKey' | 'itemIds'> & { merchantIds: bigint[] }

/** Members, sites, adzones, channels, apps with every package for every site, the provider's session, the operator. */
export async function seedPeople(seeding: Seeding): Promise<DemoPeople> {
  const { tx, now } = seeding
  const first = await reserveIds(tx, 'members', 4 + MERCHANTS)
  const id = { publisher: first, second: first + 1n, provider: first + 2n, operator: first + 3n }
  const merchantIds = Array.from({ length: MERCHANTS }, (_, index) => first + 4n + BigInt(index))
  const created = { created_at: now }
  await insertRows(tx, 'members', [
    { id: id.publisher, name: '演示推广者', roles: ['publisher'], ...created },
    { id: id.second, name: '另一位推广者', roles: ['publisher'], ...created },
    { id: id.provider, name: '演示服务商', roles: ['service_provider'], ...created },
    { id: id.operator, name: '演示运营', roles: ['operator'], ...created },
    ...merchantIds.map((merchantId, index) => {
      return { id: merchantId, name: `演示商家${index + 1}`, roles: ['merchant'], ...created }
    }),
  ])
  const media = await seedMedia(seeding, id)
  await seedApps(seeding, { ...id, siteIds: media.siteIds, secondSiteId: media.secondSiteId })
  return {
    appKey: appKeys.app,
    providerAppKey: appKeys.providerApp,
    secondAppKey: appKeys.secondApp,
    publisherId: String(id.publisher),
    secondPublisherId: String(id.second),
    providerId: String(id.provider),
    pid: media.pid,
    secondPid: media.secondPid,
    relationId: media.relationId,
    specialId: media.specialId,
    merchantIds,
  }
}

type Publishers = { publisher: bigint; second: bigint }

async function seedMedia({ tx, now }: Seeding, members: Publishers) {
  const website = await reserveIds(tx, 'sites', 3)
  const [mobile, foreign] = [website + 1n, website + 2n]
  // As an approval leaves them.
  const attested = { owner_attested_at: now, component_attested_at: now }
  const reviewed = { ...attested, reviewed_at: now, review_reason: '演示媒体' }
  const common = { status: 'approved', ...reviewed, created_at: now }
  const own = { member_id: members.publisher, ...common }
  await insertRows(tx, 'sites', [
    {
      id: website,
      kind: 'website',
      name: '好物日报',
      address: 'https://deals.example.com',
      category: '导购',
      ...own,
    },
    { id: mobile, kind: 'app', name: '省一点App', address: 'com.example.saving', category: '导购', ...own },
    {
      id: foreign,
      member_id: members.second,
      kind: 'website',
      name: '别家导购',
      address: 'https://other.example.net',
      category: '内容',
      ...common,
    },
  ])
  const adzone = await reserveIds(tx, 'adzones', 4)
  await insertRows(tx, 'adzones', [
    { id: adzone, member_id: members.publisher, site_id: website, name: '首页', created_at: now },
    { id: adzone + 1n, member_id: members.publisher, site_id: website, name: '文章页', created_at: now },
    { id: adzone + 2n, member_id: members.publisher, site_id: mobile, name: '应用首页', created_at: now },
    { id: adzone + 3n, member_id: members.second, site_id: foreign, name: '首页', created_at: now },
  ])
  const channel = await reserveIds(tx, 'channels', 3)
  await insertRows(tx, 'channels', [
    { id: channel, member_id: members.publisher, kind: 'relation', name: '演示渠道', created_at: now },
    { id: channel + 1n, member_id: members.publisher, kind: 'special', name: '演示会员', created_at: now },
    { id: channel + 2n, member_id: members.second, kind: 'relation', name: '别家渠道', created_at: now },
  ])
  return {
    siteIds: [website, mobile],
    secondSiteId: foreign,
    pid: formatPid({ memberId: members.publisher, siteId: website, adzoneId: adzone }),
    secondPid: formatPid({ memberId: members.second, siteId: foreign, adzoneId: adzone + 3n }),
    relationId: String(channel),
    specialId: String(channel + 1n),
  }
}

type Owners = Publishers & { provider: bigint; operator: bigint; siteIds: bigint[]; secondSiteId: bigint }

async function seedApps({ ctx, tx, now }: Seeding, owners: Owners): Promise<void> {
  const secrets = demoSecrets(ctx.keys)
  const seal = (secret: string) => ctx.keys.seal('app-secret', Buffer.from(secret))
  const app = await reserveIds(tx, 'apps', 3)
  const [providerApp, secondApp] = [app + 1n, app + 2n]
  const created = { created_at: now }
  await insertRows(tx, 'apps', [
    { id: app, app_key: appKeys.app, member_id: owners.publisher, name: '演示应用', ...created },
    {
      id: providerApp,
      app_key: appKeys.providerApp,
      member_id: owners.provider,
      name: '演示服务商应用',
      ...created,
    },
    { id: secondApp, app_key: appKeys.secondApp, member_id: owners.second, name: '别家应用', ...created },
  ])
  await insertRows(tx, 'app_secrets', [
    { app_id: app, secret_sealed: seal(secrets.app), ...created },
    { app_id: providerApp, secret_sealed: seal(secrets.providerApp), ...created },
    { app_id: secondApp, secret_sealed: seal(secrets.secondApp), ...created },
  ])
  // The provider has no site of its own: its grants hold for whoever authorises it.
  const places = [
    ...owners.siteIds.map((siteId) => ({ app_id: app, site_id: siteId })),
    { app_id: providerApp, site_id: null },
    { app_id: secondApp, site_id: owners.secondSiteId },
  ]
  const granted = { status: 'granted', granted_at: now }
  await insertRows(
    tx,
    'permission_grants',
    places.flatMap((place) => packages.map((name) => ({ ...place, package: name, ...granted }))),
  )
  await insertRows(tx, 'sessions', [
    {
      token_hash: sessionTokenHash(ctx, secrets.session),
      app_id: providerApp,
      member_id: owners.publisher,
      expires_at: new Date(now.getTime() + SESSION_DAYS * DAY_MS),
      ...created,
    },
  ])
  const tokenHash = ctx.keys.mac('operator-token', secrets.operatorToken)
  await insertRows(tx, 'operators', [
    { name: 'demo', token_hash: tokenHash, member_id: owners.operator, ...created },
  ])
}
