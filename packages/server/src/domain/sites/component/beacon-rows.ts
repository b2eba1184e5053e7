import { sql } from 'kysely'
import type { Db, Tx } from '../../../store/store.ts'

/** How often the component reported from a host in a day, in one write or in all. */
export type Beacons = {
  siteId: bigint
  /** In GMT+8. */
  day: string
  host: string
  isOwn: boolean
  hits: number
  firstAt: Date
  lastAt: Date
}

/** The hosts that are not the site's own, of sites on days; the days bound the search. */
export async function selectForeignHosts(
  db: Db,
  { siteIds, days }: { siteIds: readonly bigint[]; days: readonly string[] },
): Promise<Pick<Beacons, 'siteId' | 'day' | 'host'>[]> {
  const { rows } = await sql<{ site_id: bigint; day: string; host: string }>`
    select site_id, day, host from site_beacons
    where site_id = any(${siteIds}::bigint[]) and day = any(${days}::date[]) and not is_own`.execute(db)
  return rows.map((row) => ({ siteId: row.site_id, day: row.day, host: row.host }))
}

/** Adds to what is written. Of two processes' times the first and the last stay. */
export async function upsertBeacons(db: Db, beacons: readonly Beacons[]): Promise<void> {
  if (beacons.length === 0) return
  const of = <V>(read: (one: Beacons) => V) => sql.val(beacons.map(read))
  await sql`
    insert into site_beacons (site_id, day, host, is_own, hits, first_at, last_at)
    select * from unnest(
      ${of((one) => one.siteId)}::bigint[], ${of((one) => one.day)}::date[], ${of((one) => one.host)}::text[],
      ${of((one) => one.isOwn)}::boolean[], ${of((one) => one.hits)}::bigint[],
      ${of((one) => one.firstAt)}::timestamptz[], ${of((one) => one.lastAt)}::timestamptz[]
    ) order by 1, 2, 3
    on conflict (site_id, day, host) do update set
      is_own = excluded.is_own, hits = site_beacons.hits + excluded.hits,
      first_at = least(site_beacons.first_at, excluded.first_at),
      last_at = greatest(site_beacons.last_at, excluded.last_at)`.execute(db)
}

/** When the component last reported from each site's own host. */
export async function selectLastOwnBeacons(db: Db, siteIds: readonly bigint[]): Promise<Map<bigint, Date>> {
  const { rows } = await sql<{ id: bigint; last_at: Date }>`
    select wanted.id, seen.last_at from unnest(${siteIds}::bigint[]) as wanted(id)
    cross join lateral (
      select last_at from site_beacons
      where site_id = wanted.id and is_own order by last_at desc limit 1
    ) seen`.execute(db)
  return new Map(rows.map((row) => [row.id, row.last_at]))
}

/** From where the component of a site reported. */
export type BeaconHost = Pick<Beacons, 'host' | 'isOwn' | 'firstAt' | 'lastAt'> & { hits: bigint }

/** The site's own hosts first, then the last that was heard of. */
export async function selectBeaconHosts(db: Db, siteId: bigint, limit: number): Promise<BeaconHost[]> {
  const { rows } = await sql<{ host: string; is_own: boolean; hits: bigint; first_at: Date; last_at: Date }>`
    select host, bool_or(is_own) as is_own, sum(hits)::bigint as hits,
      min(first_at) as first_at, max(last_at) as last_at
    from site_beacons where site_id = ${siteId}
    group by host order by is_own desc, last_at desc, host limit ${limit}`.execute(db)
  return rows.map((row) => ({
    host: row.host,
    isOwn: row.is_own,
    hits: row.hits,
    firstAt: row.first_at,
    lastAt: row.last_at,
  }))
}

export async function deleteBeacons(tx: Tx, siteId: bigint): Promise<void> {
  await tx.deleteFrom('site_beacons').where('site_id', '=', siteId).execute()
}

export async function deleteBeaconsBefore(db: Db, day: string): Promise<bigint> {
  const { numDeletedRows } = await db
    .deleteFrom('site_beacons')
    .where('day', '<', day)
    .executeTakeFirstOrThrow()
  return numDeletedRows
}
