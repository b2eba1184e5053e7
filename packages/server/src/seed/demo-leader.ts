import { sql } from 'kysely'
import { sessionTokenHash } from '../domain/publishers/index.ts'
import { appKeys, packages, SESSION_DAYS, type Seeding } from './demo-people.ts'
import { demoSecrets } from './demo-secrets.ts'
import { insertRows, reserveIds } from './insert-rows.ts'
import { DAY_MS, days } from './periods.ts'

const SERVICE_RATE_BP = 300
const MOST_ITEMS = 4

/** A recruiting leader (招商团长) with an app, a session for the provider's, and a campaign that items joined. */
export async function seedLeader(seeding: Seeding, firstShopId: bigint): Promise<void> {
  const leaderId = await reserveIds(seeding.tx, 'members', 1)
  const created = { created_at: seeding.now }
  await insertRows(seeding.tx, 'members', [
    { id: leaderId, name: '演示团长', roles: ['recruiting_leader'], ...created },
  ])
  await seedAccess(seeding, leaderId)
  await seedCampaign(seeding, leaderId, firstShopId)
}

async function seedAccess({ ctx, tx, now }: Seeding, leaderId: bigint): Promise<void> {
  const secrets = demoSecrets(ctx.keys)
  const id = await reserveIds(tx, 'apps', 1)
  const created = { created_at: now }
  const app = { id, app_key: appKeys.leaderApp, member_id: leaderId, name: '演示团长应用', ...created }
  await insertRows(tx, 'apps', [app])
  const sealed = ctx.keys.seal('app-secret', Buffer.from(secrets.leaderApp))
  await insertRows(tx, 'app_secrets', [{ app_id: id, secret_sealed: sealed, ...created }])
  const granted = { app_id: id, site_id: null, status: 'granted', granted_at: now }
  await insertRows(
    tx,
    'permission_grants',
    packages.map((name) => ({ ...granted, package: name })),
  )
  const provider = await tx
    .selectFrom('apps')
    .select('id')
    .where('app_key', '=', appKeys.providerApp)
    .executeTakeFirstOrThrow()
  await insertRows(tx, 'sessions', [
    {
      token_hash: sessionTokenHash(ctx, secrets.leaderSession),
      app_id: provider.id,
      member_id: leaderId,
      expires_at: new Date(now.getTime() + SESSION_DAYS * DAY_MS),
      ...created,
    },
  ])
}

/** The campaign takes over plans that run and are the best of their items: no rate and no offer changes by it. */
async function seedCampaign({ tx, now }: Seeding, leaderId: bigint, firstShopId: bigint): Promise<void> {
  const id = await reserveIds(tx, 'campaigns', 1)
  const { startsAt, endsAt } = days(now, -30, 365)
  const period = { starts_at: startsAt, ends_at: endsAt, created_at: startsAt }
  const terms = { leader_id: leaderId, service_rate_bp: SERVICE_RATE_BP }
  await insertRows(tx, 'campaigns', [{ id, name: '演示招商活动', ...terms, ...period }])
  const plans = await bestPlans({ tx, now, firstShopId })
  await insertRows(
    tx,
    'campaign_items',
    plans.map(({ member_id: _, ...stay }) => ({ campaign_id: id, joined_at: stay.starts_at, ...stay })),
  )
  const step = { campaign_id: id, by_operator: false }
  await insertRows(tx, 'campaign_steps', [
    { ...step, item_id: null, step: 'create', member_id: leaderId, at: startsAt },
    ...plans.map(({ item_id, member_id, starts_at }) => {
      return { ...step, item_id, step: 'join', member_id, at: starts_at }
    }),
  ])
  // A network of a single shop has no such plans.
  if (plans.length === 0) return
  await tx
    .updateTable('commission_plans')
    .set({ campaign_id: id, ...terms })
    .where(
      'id',
      'in',
      plans.map((plan) => plan.plan_id),
    )
    .execute()
}

type BestPlan = {
  item_id: bigint
  plan_id: bigint
  commission_rate_bp: number
  starts_at: Date
  ends_at: Date
  /** The merchant. */
  member_id: bigint
}

// Not in the first shop, whose items demo.json names with worked figures.
async function bestPlans(of: Pick<Seeding, 'tx' | 'now'> & { firstShopId: bigint }): Promise<BestPlan[]> {
  const { rows } = await sql<BestPlan>`
    select p.item_id, p.id as plan_id, p.rate_bp as commission_rate_bp, p.starts_at, p.ends_at, s.member_id
    from commission_plans p join items i on i.id = p.item_id join shops s on s.id = i.shop_id
    where p.kind = 'marketing' and p.starts_at <= ${of.now} and p.ends_at > ${of.now}
      and i.status = 'on' and i.promoted and i.stock > 0 and s.id <> ${of.firstShopId}
      and not exists (select from commission_plans o where o.shop_id = s.id and o.id <> p.id
        and (o.item_id is null or o.item_id = i.id) and o.rate_bp >= p.rate_bp)
    order by p.id limit ${MOST_ITEMS}`.execute(of.tx)
  return rows
}
