import { createCode } from '../../../src/domain/oauth/index.ts'
import type { DemoRecord } from '../../../src/seed/demo-record.ts'
import type { TestServer } from '../../setup/server.ts'

const DAY_MS = 86_400_000
/** Each is good for one call. */
const SUPPLY = 60

export type OauthSupply = { nextCode(): string; nextRefreshToken(): string }

/** Codes and refresh tokens of members who let the demo app act. */
export async function supplyOauth(server: TestServer, record: DemoRecord): Promise<OauthSupply> {
  const { db, ctx } = server
  const app = await db
    .selectFrom('apps')
    .select('id')
    .where('app_key', '=', server.demo.app.key)
    .executeTakeFirstOrThrow()
  const codes: string[] = []
  for (let index = 0; index < SUPPLY; index++) {
    const memberId = BigInt(record.secondPublisherId)
    const place = { redirectUri: 'https://app.example.com/', challenge: undefined }
    codes.push(await createCode(ctx, { appId: app.id, memberId, ...place }))
  }
  const at = new Date()
  const expires_at = new Date(at.getTime() + DAY_MS)
  const grant = { app_id: app.id, member_id: BigInt(record.publisherId), granted_at: at, expires_at }
  const grants = await db
    .insertInto('oauth_grants')
    .values(Array.from({ length: SUPPLY }, () => grant))
    .returning('id')
    .execute()
  const tokens = grants.map(({ id }) => ({ id, text: `6100${String(id).padStart(52, '0')}` }))
  await db
    .insertInto('refresh_tokens')
    .values(
      tokens.map(({ id, text }) => {
        return { token_hash: ctx.keys.mac('refresh-token', text), grant_id: id, created_at: at, expires_at }
      }),
    )
    .execute()
  return { nextCode: () => next(codes), nextRefreshToken: () => next(tokens).text }
}

function next<T>(supply: T[]): T {
  const one = supply.pop()
  if (one === undefined) throw new Error('more valid calls than codes and tokens were made for')
  return one
}
