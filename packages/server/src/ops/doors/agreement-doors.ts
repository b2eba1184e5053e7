import { agreementStates } from '../../domain/agreements/index.ts'
import { campaignStates } from '../../domain/campaigns/index.ts'
import { activityStates } from '../../domain/newusers/index.ts'
import type { Door } from './door.ts'
import { id, optional, paged, percent, reason, state, text, time, yuan } from './inputs.ts'

const MOST = 200
const party = id(['代表哪位当事成员', 'the party for whom it is done'])
const leader = id(['招商团长', 'the recruiting leader'])
const ended = { member_id: party, reason }

/** What members agree on among each other: shares, campaigns, and rewards for new buyers. */
export const agreementDoors: readonly Door[] = [
  {
    at: 'GET /admin/v1/agreements',
    does: ['分佣协议列表', 'List share agreements'],
    query: {
      member_id: optional(id(['当事成员', 'a party'])),
      state: state(agreementStates),
      ...paged(MOST),
    },
    answers: [200],
  },
  {
    at: 'POST /admin/v1/agreements',
    does: ['代一方提出分佣协议', 'Offer an agreement for one of its parties'],
    body: {
      second_id: id(['分出佣金的推广者', 'the promoter who shares']),
      third_id: id(['得到分成的推广者', 'the promoter who gets a share']),
      share_rate: percent(['分成比例，占佣金的百分比', 'the share, per cent of the commission']),
      member_id: party,
      reason: optional(reason),
    },
    answers: [201],
  },
  {
    at: 'POST /admin/v1/agreements/:id/accept',
    does: ['代一方接受协议', 'Accept an offer for a party'],
    body: { member_id: party, reason: optional(reason) },
    answers: [200, 404],
  },
  {
    at: 'POST /admin/v1/agreements/:id/refuse',
    does: ['代一方拒绝协议', 'Refuse an offer for a party'],
    body: ended,
    answers: [200, 404],
  },
  {
    at: 'POST /admin/v1/agreements/:id/end',
    does: ['代一方终止协议', 'End an agreement for a party'],
    body: ended,
    answers: [200, 404],
  },
  {
    at: 'GET /admin/v1/campaigns',
    does: ['招商活动列表', 'List campaigns'],
    query: { leader_id: optional(leader), state: state(campaignStates), ...paged(MOST) },
    answers: [200],
  },
  {
    at: 'POST /admin/v1/campaigns',
    does: ['创建招商活动', 'Create a campaign'],
    body: {
      leader_id: leader,
      name: text(['活动名称', 'its name'], 64),
      service_rate: percent(['服务费率', 'the service rate']),
      starts_at: optional(time(['开始时间，默认立即', 'when it starts, at once by default'])),
      ends_at: time(['结束时间', 'when it ends']),
      reason: optional(reason),
    },
    answers: [201],
  },
  {
    at: 'POST /admin/v1/campaigns/:id/end',
    does: ['提前结束招商活动', 'End a campaign early'],
    body: ended,
    answers: [200, 404],
  },
  {
    at: 'GET /admin/v1/campaigns/:id/items',
    does: ['活动中的商品', 'List the items of a campaign'],
    query: paged(MOST),
    answers: [200],
  },
  {
    at: 'POST /admin/v1/campaigns/:id/items',
    does: ['代商家报名商品', 'Enter an item for its merchant'],
    body: {
      item_id: id(['商品', 'the item']),
      member_id: id(['商品的商家', 'the item’s merchant']),
      commission_rate: percent(['佣金率', 'the commission rate']),
      ends_at: optional(time(['结束时间，默认与活动相同', 'when it ends, with the campaign by default'])),
      reason: optional(reason),
    },
    answers: [201, 404],
  },
  {
    at: 'POST /admin/v1/campaigns/:id/items/:itemId/leave',
    does: ['商品退出活动', 'Take an item out of a campaign'],
    body: ended,
    answers: [200, 404],
  },
  {
    at: 'GET /admin/v1/campaigns/:id/steps',
    does: ['活动的历史', 'List what happened to a campaign'],
    query: paged(MOST),
    answers: [200],
  },
  {
    at: 'GET /admin/v1/newuser-activities',
    does: ['拉新活动列表', 'List activities for new buyers'],
    query: {
      shop_id: optional(id(['店铺', 'the shop'])),
      state: state(activityStates),
      ...paged(MOST),
    },
    answers: [200],
  },
  {
    at: 'POST /admin/v1/newuser-activities',
    does: ['创建拉新活动', 'Create an activity for new buyers'],
    body: {
      shop_id: id(['店铺', 'the shop']),
      name: text(['活动名称', 'its name'], 64),
      reward: yuan(['每位新买家的奖励，元', 'the reward for a new buyer, yuan']),
      starts_at: optional(time(['开始时间，默认立即', 'when it starts, at once by default'])),
      ends_at: time(['结束时间', 'when it ends']),
    },
    answers: [201],
  },
  {
    at: 'POST /admin/v1/newuser-activities/:id/end',
    does: ['提前结束拉新活动', 'End an activity early'],
    answers: [200, 404],
  },
]
