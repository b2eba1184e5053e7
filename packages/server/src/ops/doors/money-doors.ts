import { MEMBER_ACCOUNTS } from '../../domain/settlement/index.ts'
import type { Door } from './door.ts'
import { choice, input, optional, paged, reason, text, yuan } from './inputs.ts'

const MOST = 200
const account = optional(choice(MEMBER_ACCOUNTS, ['账户，默认全部', 'an account, all by default']))
const transfer = {
  amount: yuan(['金额，元', 'the amount, yuan']),
  reference: text(
    ['唯一的转账编号，重复则不再入账', 'names the transfer: sent again, it is booked once'],
    64,
  ),
}

/** The ledger, and what members and merchants hold. */
export const moneyDoors: readonly Door[] = [
  {
    at: 'GET /admin/v1/ledger',
    does: ['核对总账', 'Check the ledger against itself, orders and payouts'],
    answers: [200],
  },
  {
    at: 'GET /admin/v1/members/:id/balances',
    does: ['成员的账户余额', 'What a member holds'],
    answers: [200, 404],
  },
  {
    at: 'GET /admin/v1/members/:id/entries',
    does: ['成员的分录', 'List the entries of a member'],
    query: { account, ...paged(500) },
    answers: [200, 404],
  },
  {
    at: 'GET /admin/v1/members/:id/statement',
    does: ['成员的月度对账单', 'A member’s statement of a month'],
    query: { month: text(['月份，如 2026-01', 'the month, like 2026-01']), account },
    answers: [200, 404],
    answerType: 'text/csv',
  },
  {
    at: 'GET /admin/v1/merchants/credit-limit',
    does: ['商家的默认信用额度', 'The credit limit of merchants without one of their own'],
    query: paged(MOST),
    answers: [200],
  },
  {
    at: 'POST /admin/v1/merchants/credit-limit',
    does: ['设置默认信用额度', 'Set the credit limit of merchants without one of their own'],
    body: { credit_limit: yuan(['额度，元', 'the limit, yuan']), reason },
    answers: [200],
  },
  {
    at: 'GET /admin/v1/merchants/:id',
    does: ['商家账户', 'A merchant’s account'],
    answers: [200, 404],
  },
  {
    at: 'GET /admin/v1/merchants/:id/events',
    does: ['商家账户的变更', 'List what happened to a merchant’s account'],
    query: paged(MOST),
    answers: [200, 404],
  },
  {
    at: 'POST /admin/v1/merchants/:id/credit-limit',
    does: ['设置商家的信用额度', 'Set a merchant’s credit limit'],
    body: {
      credit_limit: input({ type: 'string', pattern: '^(default|\\d+(\\.\\d{1,2})?)$' }, [
        '额度，元；default 为默认额度',
        'the limit, yuan; default: the one of all',
      ]),
      reason,
    },
    answers: [200, 404],
  },
  {
    at: 'POST /admin/v1/merchants/:id/deposits',
    does: ['商家充值入账', 'Book what a merchant paid in; 200 where it was booked before'],
    body: transfer,
    answers: [201, 200, 404],
  },
  {
    at: 'POST /admin/v1/merchants/:id/withdrawals',
    does: ['商家提现出账', 'Book what a merchant got back; 200 where it was booked before'],
    body: transfer,
    answers: [201, 200, 404],
  },
]
