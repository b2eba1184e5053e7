import { boolean, number, string } from '@opentbk/top'
import type { CommunityRefusal } from '../../../domain/communities/index.ts'

/** Whether it was done, and why not: how the communities methods refuse what is well-formed. */
export const doneFields = {
  is_success: boolean({ example: 'true' }),
  biz_error_desc: string({ note: 'absent on success', example: '无权限' }),
  biz_error_code: number({
    note: 'absent on success; 21 not a group of this promoter, 22 offset_code names no message of the group, 23 offset_code and msg_id name two messages, 24 time_stamp over 10 minutes ahead',
    example: '21',
  }),
}

const words: Readonly<Record<CommunityRefusal, { code: number; desc: string }>> = {
  'foreign-group': { code: 21, desc: '无权限' },
  'unknown-offset': { code: 22, desc: '计划消费点位不存在' },
  'other-message': { code: 23, desc: '消息标识与计划消费点位不一致' },
  'time-ahead': { code: 24, desc: '时间戳超前10分钟以上' },
}

export function notDone(refusal: CommunityRefusal) {
  const { code, desc } = words[refusal]
  return { is_success: false, biz_error_code: code, biz_error_desc: desc }
}
