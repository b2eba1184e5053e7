import { long, number, string } from '@opentbk/top'
import { reportGroupStatus } from '../../domain/communities/index.ts'
import { method } from '../define.ts'
import { doneFields, notDone } from './_shapes/done.ts'
import { checkWords, groupId } from './_shapes/group-fields.ts'

export const sfGroupStatusReport = method({
  name: 'taobao.tbk.sf.group.status.report',
  title: '生态发单通路状态上报',
  session: 'none',
  confidence: 'inferred',
  permission: 'community',
  note: 'For the operator to see: messages are answered all the same. The report with the latest time_stamp counts, of equal ones the first.',
  request: {
    group_id: groupId,
    status: number({
      required: true,
      values: [0, 1],
      note: '1 messages can be sent, 0 they cannot',
      example: '1',
    }),
    description: string({ maxLength: 500, note: 'why, in words' }),
    time_stamp: long({
      min: 1n,
      note: 'of the change, milliseconds; at most 10 minutes ahead, now when absent',
      example: '1750940789516',
    }),
  },
  response: doneFields,

  async handle(ctx, input) {
    const refused = await reportGroupStatus(ctx, {
      groupId: input.group_id,
      value: input.status,
      note: checkWords('description', input.description),
      stampMs: input.time_stamp,
    })
    return refused ? notDone(refused.refused) : { is_success: true }
  },
})
