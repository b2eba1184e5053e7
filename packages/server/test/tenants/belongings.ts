import { expect } from 'vitest'
import { notify } from '../../src/domain/accounts/index.ts'
import { findDemoRecord } from '../../src/seed/index.ts'
import { askAsOperator } from '../sandbox/operator.ts'
import type { TestServer } from '../setup/server.ts'
import { signedIn } from '../sites/site-network.ts'

/** What a member has that a door under /account/v1 may name. */
export type Belongings = {
  siteId: string
  adzoneId: string
  appKey: string
  signInId: string
  authorisationId: string
  noticeId: string
  applicationId: string
  /** One that was withdrawn, and can be appealed against. */
  grantId: string
}

type Owner = { memberId: bigint; login: string; appKey: string; pid: string }

export async function ownersOf(server: TestServer): Promise<{ first: Owner; second: Owner }> {
  const record = await findDemoRecord(server.db)
  if (!record) throw new Error('the test database has a demo network')
  return {
    first: {
      memberId: BigInt(record.publisherId),
      login: 'publisher',
      appKey: record.appKey,
      pid: record.pid,
    },
    second: {
      memberId: BigInt(record.secondPublisherId),
      login: 'second',
      appKey: record.secondAppKey,
      pid: record.secondPid,
    },
  }
}

/** Gives a member one of everything. */
export async function giveEverything(server: TestServer, owner: Owner): Promise<Belongings> {
  const { memberId, appKey } = owner
  const [, , siteId = '', adzoneId = ''] = owner.pid.split('_')
  await signedIn(server, owner.login)
  await server.ctx.store.transact((tx) => notify(server.ctx, tx, { memberId, ...words, byMail: false }))
  const app = await server.db
    .selectFrom('apps')
    .select('id')
    .where('app_key', '=', appKey)
    .executeTakeFirstOrThrow()
  const of = { app_id: app.id, member_id: memberId }
  const at = server.ctx.clock.now()
  const later = new Date(at.getTime() + 86_400_000)
  await server.db
    .insertInto('oauth_grants')
    .values({ ...of, granted_at: at, expires_at: later })
    .execute()
  await server.db
    .insertInto('permission_applications')
    .values({
      ...{ ...of, package: 'share', site_id: BigInt(siteId), statement: '', rules: '[]' },
      ...{ state: 'waiting', filed_at: at, due_on: '2030-01-01' },
    })
    .execute()
  const newest = async (table: 'sign_ins' | 'oauth_grants' | 'inbox_notices' | 'permission_applications') => {
    const found = server.db.selectFrom(table).select('id').where('member_id', '=', memberId)
    return String((await found.orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()).id)
  }
  return {
    ...{ siteId, adzoneId, appKey },
    signInId: await newest('sign_ins'),
    authorisationId: await newest('oauth_grants'),
    noticeId: await newest('inbox_notices'),
    applicationId: await newest('permission_applications'),
    grantId: await withdrawOne(server, app.id),
  }
}

const words = {
  kind: 'account',
  title: { zh: '通知', en: 'a notice' },
  body: { zh: '只给一人', en: 'for one alone' },
}

async function withdrawOne(server: TestServer, appId: bigint): Promise<string> {
  const { id } = await server.db
    .selectFrom('permission_grants')
    .select('id')
    .where('app_id', '=', appId)
    .where('package', '=', 'share')
    .where('status', '=', 'granted')
    .limit(1)
    .executeTakeFirstOrThrow()
  const body = { reason: '收回一次' }
  expect((await askAsOperator(server, `/admin/v1/grants/${id}/withdraw`, { body })).status).toBe(200)
  return String(id)
}
