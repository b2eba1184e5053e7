import { type Selectable, sql } from 'kysely'
import type { Db } from '../../store/store.ts'
import type { ContentMaterialsTable } from '../../store/tables.ts'
import type { Editing, Material, MaterialStatus, Upload } from './material.ts'

export type NewMaterial = Upload & { memberId: bigint; digest: Buffer; uploadedAt: Date }

/** Answers whether the row is new: the same upload again is not. */
export async function insertMaterial(db: Db, row: NewMaterial): Promise<boolean> {
  const inserted = await db
    .insertInto('content_materials')
    .values({
      member_id: row.memberId,
      item_id: row.itemId,
      price_fen: row.priceFen,
      texts: [...row.texts],
      pictures: [...row.pictures],
      price_starts_at: row.priceStartsAt ?? null,
      price_ends_at: row.priceEndsAt ?? null,
      digest: row.digest,
      uploaded_at: row.uploadedAt,
      modified_at: row.uploadedAt,
    })
    .onConflict((conflict) => conflict.columns(['member_id', 'digest']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

/** Uploads of one promoter come one after the other, so that their number can be limited exactly. */
export async function lockUploads(db: Db, memberId: bigint): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('content_materials', ${memberId}))`.execute(db)
}

export async function countWaiting(db: Db, memberId: bigint): Promise<number> {
  const row = await db
    .selectFrom('content_materials')
    .select((eb) => eb.fn.countAll<bigint>().as('n'))
    .where('member_id', '=', memberId)
    .where('status', '=', 'pending')
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

export type PublishedFilter = {
  /** From this moment on. */
  from: Date | undefined
  /** Up to before this moment. */
  before: Date | undefined
  itemIds: readonly bigint[] | undefined
  scene: number | undefined
  useScenes: readonly number[] | undefined
  minPriceFen: bigint | undefined
  maxPriceFen: bigint | undefined
}

export async function countPublished(db: Db, filter: PublishedFilter): Promise<number> {
  const row = await published(db, filter)
    .select((eb) => eb.fn.countAll<bigint>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** The newest first. */
export async function selectPublished(
  db: Db,
  filter: PublishedFilter,
  page: { offset: number; limit: number },
): Promise<Material[]> {
  const rows = await published(db, filter)
    .selectAll()
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .offset(page.offset)
    .limit(page.limit)
    .execute()
  return rows.map(toMaterial)
}

function published(db: Db, filter: PublishedFilter) {
  let query = db.selectFrom('content_materials').where('status', '=', 'approved')
  if (filter.from) query = query.where('published_at', '>=', filter.from)
  if (filter.before) query = query.where('published_at', '<', filter.before)
  if (filter.itemIds) query = query.where(sql<boolean>`item_id = any(${filter.itemIds}::bigint[])`)
  if (filter.scene !== undefined) query = query.where(sql<boolean>`${filter.scene}::smallint = any(scenes)`)
  if (filter.useScenes) query = query.where(sql<boolean>`use_scenes && ${filter.useScenes}::smallint[]`)
  if (filter.minPriceFen !== undefined) query = query.where('price_fen', '>=', filter.minPriceFen)
  if (filter.maxPriceFen !== undefined) query = query.where('price_fen', '<=', filter.maxPriceFen)
  return query
}

/** Materials of a state, the oldest first, after an id. */
export async function selectUploads(
  db: Db,
  page: { status: MaterialStatus | undefined; after: bigint; limit: number },
): Promise<Material[]> {
  let query = db.selectFrom('content_materials').selectAll().where('id', '>', page.after)
  if (page.status) query = query.where('status', '=', page.status)
  const rows = await query.orderBy('id').limit(page.limit).execute()
  return rows.map(toMaterial)
}

/** Publishes a material, the first time as of now. Undefined where there is none of this id. */
export async function approveMaterial(
  db: Db,
  id: bigint,
  how: { editing: Editing; now: Date },
): Promise<Material | undefined> {
  const { editing, now } = how
  const row = await db
    .updateTable('content_materials')
    .set({
      status: 'approved',
      published_at: sql<Date>`coalesce(published_at, ${now}::timestamptz)`,
      modified_at: now,
      scenes: editing.scenes,
      use_scenes: editing.useScenes,
      need_item_count: editing.needItemCount,
      title: editing.title ?? null,
      tag: editing.tag ?? null,
      selling_point: editing.sellingPoint ?? null,
      price_structure: editing.priceStructure ?? null,
      recommend_reason: editing.recommendReason ?? null,
      content_tags: editing.contentTags,
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
  return row && toMaterial(row)
}

export async function rejectMaterial(db: Db, id: bigint, now: Date): Promise<Material | undefined> {
  const row = await db
    .updateTable('content_materials')
    .set({ status: 'rejected', modified_at: now })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
  return row && toMaterial(row)
}

export type ReviewRow = {
  materialId: bigint
  operatorId: bigint | undefined
  decision: 'approve' | 'reject'
  reason: string
  decidedAt: Date
}

export async function insertReview(db: Db, row: ReviewRow): Promise<void> {
  await db
    .insertInto('content_reviews')
    .values({
      material_id: row.materialId,
      operator_id: row.operatorId ?? null,
      decision: row.decision,
      reason: row.reason,
      decided_at: row.decidedAt,
    })
    .execute()
}

/** The last review of each of these materials. */
export async function selectLastReviews(
  db: Db,
  materialIds: readonly bigint[],
): Promise<Map<bigint, ReviewRow>> {
  const { rows } = await sql<{
    material_id: bigint
    operator_id: bigint | null
    decision: 'approve' | 'reject'
    reason: string
    decided_at: Date
  }>`
    select distinct on (material_id) * from content_reviews
    where material_id = any(${materialIds}::bigint[]) order by material_id, id desc`.execute(db)
  return new Map(
    rows.map((row) => [
      row.material_id,
      {
        materialId: row.material_id,
        operatorId: row.operator_id ?? undefined,
        decision: row.decision,
        reason: row.reason,
        decidedAt: row.decided_at,
      },
    ]),
  )
}

function toMaterial(row: Selectable<ContentMaterialsTable>): Material {
  return {
    id: row.id,
    memberId: row.member_id,
    itemId: row.item_id,
    priceFen: row.price_fen,
    texts: row.texts,
    pictures: row.pictures,
    priceStartsAt: row.price_starts_at ?? undefined,
    priceEndsAt: row.price_ends_at ?? undefined,
    status: row.status as MaterialStatus,
    uploadedAt: row.uploaded_at,
    publishedAt: row.published_at ?? undefined,
    modifiedAt: row.modified_at,
    scenes: row.scenes,
    useScenes: row.use_scenes,
    needItemCount: row.need_item_count,
    title: row.title ?? undefined,
    tag: row.tag ?? undefined,
    sellingPoint: row.selling_point ?? undefined,
    priceStructure: row.price_structure ?? undefined,
    recommendReason: row.recommend_reason ?? undefined,
    contentTags: row.content_tags,
  }
}
