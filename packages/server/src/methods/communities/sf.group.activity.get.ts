import { list, long, number, object, string } from '@opentbk/top'
import { formatOffset, pullMessages } from '../../domain/communities/index.ts'
import { method } from '../define.ts'
import { doneFields, notDone } from './_shapes/done.ts'
import { groupId, scdId } from './_shapes/group-fields.ts'

export const sfGroupActivityGet = method({
  name: 'taobao.tbk.sf.group.activity.get',
  title: '生态发单计划拉取',
  session: 'none',
  confidence: 'inferred',
  permission: 'community',
  note: 'Without offset_code: the first messages of the oldest plan that is not over; a plan is over when the time of its last message has passed, or its result is known. With it: those that follow in its plan, none at the end. Plans never change, so the same offset_code always answers the same.',
  request: {
    group_id: groupId,
    scd_id: scdId,
    offset_code: string({
      maxLength: 64,
      note: 'of the message handled last, as it was answered',
      example: '6KNj7vzS6CG8PX7V5',
    }),
    page_size: number({ min: 1, max: 100, default: 20, example: '20' }),
  },
  response: {
    result_list: list(
      object('MapData', {
        msg_id: string({ note: 'returned as it is with the callback', example: 'CG8PX7V5' }),
        group_id: string({ example: 'R:15323432' }),
        scd_id: long({ note: 'where the plan is for a crowd', example: '125452' }),
        offset_code: string({
          note: 'the place of this message, ends in msg_id',
          example: '6KNj7vzS6CG8PX7V5',
        }),
        content: string({ note: 'the text to send' }),
        send_time: long({ note: 'when to send it, milliseconds', example: '1749091000704' }),
      }),
    ),
    ...doneFields,
  },

  async handle(ctx, input) {
    const pulled = await pullMessages(ctx, {
      groupId: input.group_id,
      scdId: input.scd_id,
      offsetCode: input.offset_code,
      limit: input.page_size,
    })
    if ('refused' in pulled) return notDone(pulled.refused)
    const { plan, messages } = pulled
    const result_list = messages.map(({ msgId, content, sendAt }) => ({
      msg_id: msgId,
      group_id: input.group_id,
      scd_id: plan?.scdId,
      offset_code: plan && formatOffset({ planCode: plan.code, msgId }),
      content,
      send_time: sendAt.getTime(),
    }))
    return { result_list, is_success: true }
  },
})
