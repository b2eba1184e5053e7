import { type SqlBool, sql } from 'kysely'
import { hashPassword } from '../domain/accounts/index.ts'
import type { Keyring } from '../keys/keyring.ts'
import type { DemoPeople, Seeding } from './demo-people.ts'
import { insertRows } from './insert-rows.ts'

const PASSWORD_CHARS = 16
const loginNames = ['publisher', 'second', 'provider', 'operator', 'merchant', 'leader'] as const
type LoginName = (typeof loginNames)[number]

/** By which the demo members sign in. Passwords follow from the master key, like the other demo secrets. */
export function accountAccess(keys: Keyring): { accounts: Record<LoginName, { password: string }> } {
  const password = (name: string) => keys.mac('demo-password', name).toString('hex').slice(0, PASSWORD_CHARS)
  const entries = loginNames.map((name) => [name, { password: password(name) }])
  return { accounts: Object.fromEntries(entries) }
}

/** Accounts of the demo members, so that somebody can sign in at once. */
export async function seedAccounts({ ctx, tx }: Seeding, people: DemoPeople): Promise<void> {
  const { accounts } = accountAccess(ctx.keys)
  const members = await memberIds(tx, people)
  const at = ctx.clock.wall()
  const rows = loginNames.map(async (name) => ({
    member_id: members[name],
    email: `${name}@demo.example`,
    login_name: name,
    password_hash: await hashPassword(accounts[name].password),
    password_is_temporary: false,
    created_at: at,
    password_changed_at: at,
  }))
  await insertRows(tx, 'accounts', await Promise.all(rows))
}

async function memberIds(tx: Seeding['tx'], people: DemoPeople): Promise<Record<LoginName, bigint>> {
  return {
    publisher: BigInt(people.publisherId),
    second: BigInt(people.secondPublisherId),
    provider: BigInt(people.providerId),
    operator: await memberWithRole(tx, 'operator'),
    merchant: people.merchantIds[0] as bigint,
    leader: await memberWithRole(tx, 'recruiting_leader'),
  }
}

async function memberWithRole(tx: Seeding['tx'], role: string): Promise<bigint> {
  const { id } = await tx
    .selectFrom('members')
    .select('id')
    .where(sql<SqlBool>`${role} = any(roles)`)
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow()
  return id
}
