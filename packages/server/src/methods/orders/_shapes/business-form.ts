import { number, Refusal, refusalText, string } from '@opentbk/top'
import type { CallContext } from '../../../context.ts'
import { isPublisher } from '../../../domain/publishers/index.ts'

const DONE = 200
const INVALID = 102
const noTime = { code: 101, words: '开始时间不能为空' }
const noMember = { code: 103, words: '没有获取到memberid' }

/** How the refund methods refuse what is well-formed: within the answer, with a code of their own. */
export const businessFields = {
  result_code: number({ note: '200, else as biz_error_code', example: '200' }),
  biz_error_desc: string({ note: 'absent on success', example: noTime.words }),
  biz_error_code: number({
    note: 'absent on success; 101 no start_time, 102 a time, window or page that cannot be asked for, 103 the caller is no publisher',
    example: '101',
  }),
  result_msg: string({ note: 'ok, else as biz_error_desc', example: 'ok' }),
}

/** What a publisher asked for, or why it is refused. */
export async function answerBusiness<Asked, Data>(
  ctx: CallContext,
  asked: Asked | undefined,
  answer: (asked: Asked) => Promise<Data>,
) {
  if (!(await isPublisher(ctx, ctx.promoterId))) return refuse(noMember)
  if (asked === undefined) return refuse(noTime)
  try {
    return { data: await answer(asked), result_code: DONE, result_msg: 'ok' }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const words = [refusalText({}, error.refusal).subMsg, error.detail]
    return refuse({ code: INVALID, words: words.filter((text) => text !== undefined).join('：') })
  }
}

function refuse({ code, words }: { code: number; words: string }) {
  return { result_code: code, biz_error_code: code, biz_error_desc: words, result_msg: words }
}
