import { penaltyStates, violationTypes } from '../../domain/penalties/index.ts'
import type { Door } from './door.ts'
import { choice, flag, id, optional, paged, reason, state, text } from './inputs.ts'

/** Orders and their penalties. */
export const orderDoors: readonly Door[] = [
  {
    at: 'GET /admin/v1/orders',
    does: ['按店铺订单号查看订单全程', 'An order’s whole story, by the shop’s own number'],
    query: {
      shop_id: id(['店铺', 'the shop']),
      outer_trade_id: text(['店铺自己的子订单号', 'the shop’s number of the sub-order'], 64),
    },
    answers: [200, 404],
  },
  {
    at: 'GET /admin/v1/orders/:tradeId',
    does: ['按本网络订单号查看订单全程', 'An order’s whole story, by the network’s number'],
    answers: [200, 404],
  },
  {
    at: 'GET /admin/v1/penalties',
    does: ['处罚列表', 'List penalties'],
    query: {
      state: state(penaltyStates),
      appealed: optional(flag(['只看申诉中的', 'only those with an open appeal'])),
      trade_id: optional(id(['订单', 'the order'])),
      member_id: optional(id(['推广者', 'the promoter'])),
      ...paged(200),
    },
    answers: [200],
  },
  {
    at: 'POST /admin/v1/penalties',
    does: ['冻结订单佣金', 'Freeze an order’s commission'],
    body: {
      trade_id: id(['订单', 'the order']),
      violation_type: choice(violationTypes, ['违规类型', 'what it broke']),
      reason,
    },
    answers: [201, 404],
  },
  {
    at: 'GET /admin/v1/penalties/:id',
    does: ['一项处罚及其历史', 'A penalty and what happened to it'],
    answers: [200, 404],
  },
  {
    at: 'POST /admin/v1/penalties/:id/release',
    does: ['解除冻结', 'Release the order'],
    body: { reason },
    answers: [200, 404],
  },
  {
    at: 'POST /admin/v1/penalties/:id/take',
    does: ['扣除佣金', 'Take the commission'],
    body: { reason },
    answers: [200, 404],
  },
  {
    at: 'POST /admin/v1/penalties/:id/appeal',
    does: ['代推广者申诉', 'Appeal for the promoter'],
    body: { member_id: id(['申诉的推广者', 'the promoter who appeals']), reason },
    answers: [200, 404],
  },
  {
    at: 'POST /admin/v1/penalties/:id/decide',
    does: ['裁定申诉', 'Decide an appeal'],
    body: { decision: choice(['uphold', 'dismiss'], ['成立或驳回', 'whether it is right']), reason },
    answers: [200, 404],
  },
]
