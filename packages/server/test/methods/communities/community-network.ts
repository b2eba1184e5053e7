import { askAsOperator } from '../../sandbox/operator.ts'
import type { TestServer, Wire } from '../../setup/server.ts'

let groups = 0

/** Makes a plan with so many messages for a new group of the demo publisher's. */
export async function makePlan(
  server: TestServer,
  plan: { count: number; groupId?: string; scdId?: string; memberId?: string; firstMs?: number },
): Promise<{ groupId: string; contents: string[] }> {
  const groupId = plan.groupId ?? `R:${700000 + ++groups}`
  const firstMs = plan.firstMs ?? Date.now() + 3_600_000
  const contents = Array.from({ length: plan.count }, (_, index) => `${groupId} 第${index + 1}条`)
  const { status, body } = await askAsOperator(server, '/admin/v1/community/plans', {
    body: {
      member_id: plan.memberId ?? server.demo.pid.split('_')[1],
      groups: [groupId],
      ...(plan.scdId && { scd_id: plan.scdId }),
      name: '计划',
      messages: contents.map((content, index) => ({
        send_time: new Date(firstMs + index * 60_000).toISOString(),
        content,
      })),
    },
  })
  if (status !== 201) throw new Error(JSON.stringify(body))
  return { groupId, contents }
}

export type Pulled = { msg_id: string; offset_code: string; content: string; send_time: number }

export async function pull(server: TestServer, params: Record<string, unknown>): Promise<Pulled[]> {
  const answer = await server.call('taobao.tbk.sf.group.activity.get', params)
  const { result_list, is_success } = answer.tbk_sf_group_activity_get_response
  if (!is_success) throw new Error(JSON.stringify(answer))
  return result_list.map_data ?? []
}

export async function callBack(server: TestServer, params: Record<string, unknown>): Promise<Wire> {
  const answer = await server.call('taobao.tbk.sf.group.activity.callback', params)
  return answer.tbk_sf_group_activity_callback_response ?? answer.error_response
}

/** The operator's view of a group's plans. */
export async function reportOf(server: TestServer, groupId: string): Promise<Wire[]> {
  const { body } = await askAsOperator(
    server,
    `/admin/v1/community/plans?group_id=${encodeURIComponent(groupId)}`,
  )
  return body.plans
}
