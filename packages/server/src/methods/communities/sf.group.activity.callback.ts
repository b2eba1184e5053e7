import { long, string } from '@opentbk/top'
import { recordResult } from '../../domain/communities/index.ts'
import { method } from '../define.ts'
import { doneFields, notDone } from './_shapes/done.ts'
import { checkWords, groupId, scdId } from './_shapes/group-fields.ts'

export const sfGroupActivityCallback = method({
  name: 'taobao.tbk.sf.group.activity.callback',
  title: '生态发单结果回调',
  session: 'none',
  permission: 'community',
  repeatable: true,
  note: 'Of several callbacks of one message the one with the latest time_stamp counts, of equal ones the first.',
  request: {
    group_id: groupId,
    scd_id: scdId,
    res_desc: string({ maxLength: 500, note: 'what became of the message, in words', example: '配置缺失' }),
    res_code: long({ required: true, note: "the channel's own code, kept as it is", example: '1' }),
    msg_id: string({ required: true, maxLength: 64, example: 'CG8PX7V5' }),
    offset_code: string({
      required: true,
      maxLength: 64,
      note: 'of the same message',
      example: '6KNj7vzS6CG8PX7V5',
    }),
    time_stamp: long({
      required: true,
      min: 1n,
      note: 'milliseconds; at most 10 minutes ahead',
      example: '1749091000704',
    }),
  },
  response: doneFields,

  async handle(ctx, input) {
    const refused = await recordResult(ctx, {
      groupId: input.group_id,
      scdId: input.scd_id,
      msgId: input.msg_id,
      offsetCode: input.offset_code,
      resCode: input.res_code,
      resDesc: checkWords('res_desc', input.res_desc),
      stampMs: input.time_stamp,
    })
    return refused ? notDone(refused.refused) : { is_success: true }
  },
})
