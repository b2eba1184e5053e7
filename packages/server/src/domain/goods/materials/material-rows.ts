import { type Selectable, sql } from 'kysely'
import type { Db } from '../../../store/store.ts'
import type { MaterialsTable } from '../../../store/tables.ts'
import { MAX_SELECTED, type Material, type MaterialKind } from './material.ts'
import { readMaterialRule } from './read-material-rule.ts'

type Page = { at: Date; offset: number; limit: number }
type Listed = { memberId: bigint | undefined; kind: MaterialKind; subject: number | undefined }

export async function selectMaterial(db: Db, id: bigint): Promise<Material | undefined> {
  const row = await db.selectFrom('materials').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toMaterial(row)
}

/** A page of what runs at a moment: one publisher's favorites, or what is for everybody; and how many in all. */
export async function selectMaterials(
  db: Db,
  { memberId, kind, subject }: Listed,
  page: Page,
): Promise<{ total: number; materials: Material[] }> {
  const { rows } = await sql<{ total: bigint; ids: bigint[] }>`
    with found as (
      select id from materials
      where member_id is not distinct from ${memberId ?? null} and kind = ${kind}
        and (${subject ?? null}::smallint is null or subject = ${subject ?? null})
        and starts_at <= ${page.at} and ends_at > ${page.at}
    )
    select (select count(*) from found) as total,
      array(select id from found order by id limit ${page.limit} offset ${page.offset}) as ids`.execute(db)
  const { total, ids } = rows[0] as { total: bigint; ids: bigint[] }
  const { rows: materials } = await sql<Selectable<MaterialsTable>>`
    select * from materials where id = any(${ids}::bigint[]) order by id`.execute(db)
  return { total: Number(total), materials: materials.map(toMaterial) }
}

function toMaterial(row: Selectable<MaterialsTable>): Material {
  return {
    id: row.id,
    kind: row.kind as MaterialKind,
    subject: row.subject,
    name: row.name,
    memberId: row.member_id ?? undefined,
    rule: row.rule === null ? undefined : readMaterialRule(row.rule as object),
    startsAt: row.starts_at,
    endsAt: row.ends_at,
  }
}

/** The goods listed by hand that can be bought and promoted, in their order. */
export async function selectListedItems(db: Db, materialId: bigint): Promise<bigint[]> {
  const { rows } = await sql<{ id: bigint }>`
    select i.id from material_items m join items i on i.id = m.item_id join shops s on s.id = i.shop_id
    where m.material_id = ${materialId} and i.status = 'on' and i.promoted and s.status = 'open'
      and not s.plans_paused
    order by m.position, i.id limit ${MAX_SELECTED}`.execute(db)
  return rows.map((row) => row.id)
}
