import { sql } from 'kysely'
import { appKeys, type Seeding } from './demo-people.ts'

/** The provider's app is answered on this machine, at any port; each seeded session is an authorisation's. */
export async function seedOauth({ tx, now }: Seeding): Promise<void> {
  await sql`
    insert into app_redirects (app_id, scheme, host, created_at)
    select id, 'http', host, ${now} from apps, unnest(array['127.0.0.1', 'localhost']) as host
    where app_key = ${appKeys.providerApp}`.execute(tx)
  await sql`
    insert into oauth_grants (app_id, member_id, granted_at, expires_at)
    select app_id, member_id, created_at, expires_at from sessions order by id`.execute(tx)
  await sql`
    update sessions set grant_id = oauth_grants.id from oauth_grants
    where oauth_grants.app_id = sessions.app_id and oauth_grants.member_id = sessions.member_id`.execute(tx)
}
