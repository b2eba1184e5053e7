import { type Selectable, sql } from 'kysely'
import type { Db } from '../../store/store.ts'
import type { CommunityGroupsTable, CommunityPlansTable } from '../../store/tables.ts'
import type { Group, Message, Plan, Result } from './group.ts'
import { isGroupId } from './rules.ts'

export async function insertGroups(
  db: Db,
  groupIds: readonly string[],
  of: { memberId: bigint; createdAt: Date },
): Promise<void> {
  // In one order, so that two plans with the same groups wait for each other rather than both ways.
  const rows = [...groupIds].sort().map((id) => {
    return { group_id: id, member_id: of.memberId, created_at: of.createdAt }
  })
  await db
    .insertInto('community_groups')
    .values(rows)
    .onConflict((conflict) => conflict.column('group_id').doNothing())
    .execute()
}

export async function selectGroups(db: Db, groupIds: readonly string[]): Promise<Map<string, Group>> {
  const { rows } = await sql<Selectable<CommunityGroupsTable>>`
    select * from community_groups where group_id = any(${groupIds}::text[])`.execute(db)
  return new Map(
    rows.map((row) => [
      row.group_id,
      {
        groupId: row.group_id,
        memberId: row.member_id,
        status:
          row.status === null
            ? undefined
            : {
                value: row.status,
                note: row.status_note ?? undefined,
                stampMs: row.status_stamp_ms as bigint,
              },
      },
    ]),
  )
}

export async function hasGroup(db: Db, owner: bigint, groupId: string): Promise<boolean> {
  if (!isGroupId(groupId)) return false
  const row = await db
    .selectFrom('community_groups')
    .select('group_id')
    .where('group_id', '=', groupId)
    .where('member_id', '=', owner)
    .executeTakeFirst()
  return row !== undefined
}

/** Keeps what the channel says of its group, unless it has said something with the same or a later stamp. */
export async function updateGroupStatus(
  db: Db,
  key: { owner: bigint; groupId: string },
  status: { value: number; note: string | undefined; stampMs: bigint },
): Promise<void> {
  await db
    .updateTable('community_groups')
    .set({ status: status.value, status_note: status.note ?? null, status_stamp_ms: status.stampMs })
    .where('group_id', '=', key.groupId)
    .where('member_id', '=', key.owner)
    .where((eb) => eb.or([eb('status_stamp_ms', 'is', null), eb('status_stamp_ms', '<', status.stampMs)]))
    .execute()
}

export type PlanRow = Omit<Plan, 'id'> & {
  operatorId: bigint | undefined
  messages: readonly Message[]
}

export async function insertPlan(db: Db, plan: PlanRow): Promise<bigint> {
  const last = plan.messages.at(-1) as Message
  const { id } = await db
    .insertInto('community_plans')
    .values({
      code: plan.code,
      group_id: plan.groupId,
      scd_id: plan.scdId ?? null,
      name: plan.name,
      last_msg_id: last.msgId,
      last_send_at: last.sendAt,
      operator_id: plan.operatorId ?? null,
      created_at: plan.createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const rows = plan.messages.map((message, index) => ({
    plan_id: id,
    position: index + 1,
    msg_id: message.msgId,
    send_at: message.sendAt,
    content: message.content,
  }))
  await db.insertInto('community_messages').values(rows).execute()
  return id
}

/** The group's oldest plan that is not over: its last message is still to be sent, and no result of it is known. */
export async function selectRunningPlan(
  db: Db,
  of: { groupId: string; scdId: bigint | undefined; now: Date },
): Promise<Plan | undefined> {
  const { rows } = await sql<Selectable<CommunityPlansTable>>`
    select * from community_plans p
    where group_id = ${of.groupId} and last_send_at > ${of.now}
      and (${of.scdId ?? null}::bigint is null or coalesce(scd_id = ${of.scdId ?? null}, true))
      and not exists (
        select from community_results r where r.plan_id = p.id and r.msg_id = p.last_msg_id
      )
    order by id limit 1`.execute(db)
  return rows[0] && toPlan(rows[0])
}

/** The plan of a group that a code names, and the place of a message in it. */
export async function selectPlace(
  db: Db,
  of: { groupId: string; scdId: bigint | undefined; planCode: string; msgId: string },
): Promise<{ plan: Plan; position: number } | undefined> {
  const { rows } = await sql<Selectable<CommunityPlansTable> & { position: number }>`
    select p.*, m.position from community_plans p
    join community_messages m on m.plan_id = p.id and m.msg_id = ${of.msgId}
    where p.code = ${of.planCode} and p.group_id = ${of.groupId}
      and (${of.scdId ?? null}::bigint is null or coalesce(p.scd_id = ${of.scdId ?? null}, true))`.execute(db)
  return rows[0] && { plan: toPlan(rows[0]), position: rows[0].position }
}

/** The messages of a plan that come after a place, in their order. */
export async function selectMessages(
  db: Db,
  of: { planId: bigint; after: number; limit: number },
): Promise<Message[]> {
  const rows = await db
    .selectFrom('community_messages')
    .select(['msg_id', 'send_at', 'content'])
    .where('plan_id', '=', of.planId)
    .where('position', '>', of.after)
    .orderBy('position')
    .limit(of.limit)
    .execute()
  return rows.map((row) => ({ msgId: row.msg_id, sendAt: row.send_at, content: row.content }))
}

/** Keeps a result, unless one with the same or a later stamp is known. One statement: exact whoever else writes. */
export async function upsertResult(
  db: Db,
  key: { planId: bigint; msgId: string },
  result: Result & { receivedAt: Date },
): Promise<void> {
  const values = {
    res_code: result.resCode,
    res_desc: result.resDesc ?? null,
    stamp_ms: result.stampMs,
    received_at: result.receivedAt,
  }
  await db
    .insertInto('community_results')
    .values({ plan_id: key.planId, msg_id: key.msgId, ...values })
    .onConflict((conflict) =>
      conflict
        .columns(['plan_id', 'msg_id'])
        .doUpdateSet(values)
        .where('community_results.stamp_ms', '<', result.stampMs),
    )
    .execute()
}

/** Plans after an id, of one group or of all, the oldest first. */
export async function selectPlans(
  db: Db,
  page: { groupId: string | undefined; after: bigint; limit: number },
): Promise<Plan[]> {
  let query = db.selectFrom('community_plans').selectAll().where('id', '>', page.after)
  if (page.groupId !== undefined) query = query.where('group_id', '=', page.groupId)
  const rows = await query.orderBy('id').limit(page.limit).execute()
  return rows.map(toPlan)
}

export type SentMessage = Message & { result: (Result & { receivedAt: Date }) | undefined }

/** All messages of these plans with their results, by plan. */
export async function selectSentMessages(
  db: Db,
  planIds: readonly bigint[],
): Promise<Map<bigint, SentMessage[]>> {
  const { rows } = await sql<{
    plan_id: bigint
    msg_id: string
    send_at: Date
    content: string
    res_code: bigint | null
    res_desc: string | null
    stamp_ms: bigint
    received_at: Date
  }>`
    select m.plan_id, m.msg_id, m.send_at, m.content, r.res_code, r.res_desc, r.stamp_ms, r.received_at
    from community_messages m
    left join community_results r on r.plan_id = m.plan_id and r.msg_id = m.msg_id
    where m.plan_id = any(${planIds}::bigint[]) order by m.plan_id, m.position`.execute(db)
  const byPlan = new Map<bigint, SentMessage[]>(planIds.map((id) => [id, []]))
  for (const row of rows) {
    byPlan.get(row.plan_id)?.push({
      msgId: row.msg_id,
      sendAt: row.send_at,
      content: row.content,
      result:
        row.res_code === null
          ? undefined
          : {
              resCode: row.res_code,
              resDesc: row.res_desc ?? undefined,
              stampMs: row.stamp_ms,
              receivedAt: row.received_at,
            },
    })
  }
  return byPlan
}

function toPlan(row: Selectable<CommunityPlansTable>): Plan {
  return {
    id: row.id,
    code: row.code,
    groupId: row.group_id,
    scdId: row.scd_id ?? undefined,
    name: row.name,
    createdAt: row.created_at,
  }
}
