import { payoutStates } from '../../domain/payouts/index.ts'
import type { Door } from './door.ts'
import { id, input, optional, paged, reason, state, text, yuan } from './inputs.ts'

const MOST = 200
const period = text([
  '月份，如 2026-01，默认应付的那个月',
  'the month, like 2026-01, by default the one that is due',
])

/** Payouts to members, and their monthly runs. */
export const payoutDoors: readonly Door[] = [
  {
    at: 'GET /admin/v1/payouts',
    does: ['付款列表', 'List payouts'],
    query: {
      period: optional(text(['月份', 'the month'])),
      member_id: optional(id(['收款成员', 'who is paid'])),
      state: state(payoutStates),
      ...paged(MOST),
    },
    answers: [200],
  },
  {
    at: 'GET /admin/v1/payouts/:id',
    does: ['一笔付款及其历史', 'A payout and what happened to it'],
    answers: [200, 404],
  },
  {
    at: 'POST /admin/v1/payouts/:id/confirm',
    does: ['银行已付', 'Record that the bank paid it'],
    body: { bank_reference: text(['银行流水号', 'the bank’s own number of it'], 64) },
    answers: [200, 404],
  },
  {
    at: 'POST /admin/v1/payouts/:id/return',
    does: ['银行退回', 'Record that it came back'],
    body: { reason },
    answers: [200, 404],
  },
  {
    at: 'POST /admin/v1/payouts/:id/retry',
    does: ['重新付款', 'Pay again what came back'],
    answers: [201, 404],
  },
  {
    at: 'POST /admin/v1/payouts/results',
    does: ['导入银行结果', 'Import the bank’s results'],
    body: {
      results: optional(
        input(
          {
            type: 'array',
            minItems: 1,
            maxItems: 5000,
            items: {
              type: 'object',
              required: ['reference', 'state'],
              properties: {
                reference: { type: 'string', maxLength: 64 },
                state: { enum: ['paid', 'returned'] },
                bank_reference: { type: 'string', maxLength: 64 },
                reason: { type: 'string', maxLength: 500 },
              },
              additionalProperties: false,
            },
          },
          ['逐笔结果', 'results, one a payout'],
        ),
      ),
      csv: optional(text(['或银行的 CSV 文件', 'or the bank’s CSV file'], 1 << 20)),
    },
    needsOneOf: ['results', 'csv'],
    answers: [200],
  },
  {
    at: 'GET /admin/v1/payouts/minimum',
    does: ['最低付款额', 'The least that is paid'],
    answers: [200],
  },
  {
    at: 'POST /admin/v1/payouts/minimum',
    does: ['设置最低付款额', 'Set the least that is paid'],
    body: { minimum: yuan(['最低付款额，元', 'the least, yuan']) },
    answers: [200],
  },
  {
    at: 'GET /admin/v1/payouts/preview',
    does: ['预览一个月的付款', 'Who would be paid for a month'],
    query: { period: optional(period), ...paged(MOST) },
    answers: [200],
  },
  {
    at: 'GET /admin/v1/payouts/runs',
    does: ['月度付款列表', 'List monthly runs'],
    query: paged(MOST),
    answers: [200],
  },
  {
    at: 'POST /admin/v1/payouts/runs',
    does: ['开始或继续月度付款', 'Begin a month’s run, or go on with it'],
    body: { period: optional(period) },
    answers: [200],
  },
  {
    at: 'GET /admin/v1/payouts/runs/:period',
    does: ['一个月的付款及其批次', 'A run with its batches'],
    answers: [200, 404],
  },
  {
    at: 'GET /admin/v1/payouts/runs/:period/carried',
    does: ['未付而结转的成员', 'Who was not paid in a run, and why'],
    query: paged(MOST),
    answers: [200, 404],
  },
  {
    at: 'GET /admin/v1/payouts/runs/:period/files/:no',
    does: ['给银行的文件', 'A file for the bank'],
    answers: [200, 404],
    answerType: 'text/csv',
  },
  {
    at: 'GET /admin/v1/members/:id/payee',
    does: ['成员的收款账户', 'Where a member’s payouts go'],
    answers: [200, 404],
  },
  {
    at: 'POST /admin/v1/members/:id/payee',
    does: ['设置收款账户', 'Set where a member’s payouts go'],
    body: {
      name: text(['户名', 'the name on the account'], 100),
      bank: text(['开户行', 'the bank'], 100),
      account: text(['账号', 'the account'], 64),
    },
    answers: [200, 404],
  },
]
