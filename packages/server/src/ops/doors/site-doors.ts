import { reportStates, siteCategories, siteStatuses } from '../../domain/sites/index.ts'
import type { Door } from './door.ts'
import { choice, days, flag, id, input, optional, paged, reason, state } from './inputs.ts'

const MOST = 200
const traits = {
  category: optional(choice(siteCategories, ['类目', 'its category'])),
  is_platform: optional(flag(['是否平台型媒体', 'whether it is a platform'])),
  component_attested: optional(flag(['核实已部署跟踪组件', 'whether it has the tracking component'])),
}

/** Sites (媒体备案): their review, points and reported figures. */
export const siteDoors: readonly Door[] = [
  {
    at: 'GET /admin/v1/sites',
    does: ['媒体列表', 'List sites'],
    query: {
      status: state(siteStatuses),
      member_id: optional(id(['所属推广者', 'whose they are'])),
      ...paged(MOST),
    },
    answers: [200],
  },
  {
    at: 'GET /admin/v1/sites/:id',
    does: ['一个媒体及其证据', 'A site and the evidence of it'],
    answers: [200, 404],
  },
  {
    at: 'POST /admin/v1/sites/:id/review',
    does: ['审核备案', 'Decide about a filing'],
    body: {
      decision: choice(['approve', 'refuse'], ['审核结论', 'the decision']),
      reason,
      owner_attested: optional(flag(['核实归属', 'whether it is the owner’s'])),
      ...traits,
    },
    answers: [200, 404],
  },
  {
    at: 'POST /admin/v1/sites/:id/traits',
    does: ['更正媒体属性', 'Correct what is known of a site: one trait at least'],
    body: { reason, ...traits },
    needsOneOf: Object.keys(traits),
    answers: [200, 404],
  },
  {
    at: 'POST /admin/v1/sites/:id/withdraw',
    does: ['取消备案', 'Withdraw an approval'],
    body: { reason },
    answers: [200, 404],
  },
  {
    at: 'POST /admin/v1/sites/:id/lift-violation',
    does: ['解除媒体的违规限制', 'Lift a violation from a site'],
    body: { reason },
    answers: [200, 404],
  },
  {
    at: 'GET /admin/v1/sites/:id/points',
    does: ['扣分记录', 'List the points of a site'],
    query: paged(MOST),
    answers: [200, 404],
  },
  {
    at: 'POST /admin/v1/sites/:id/points',
    does: ['扣分或撤回扣分', 'Give points, or take them back'],
    body: {
      points: input({ type: 'integer', minimum: -100, maximum: 100, not: { const: 0 } }, [
        '分数，负数为撤回',
        'how many, with a minus those taken back',
      ]),
      reason,
    },
    answers: [201, 404],
  },
  {
    at: 'GET /admin/v1/sites/:id/days',
    does: ['媒体每日数据', 'What a site had, a day at a time'],
    query: days,
    answers: [200, 404],
  },
  {
    at: 'GET /admin/v1/site-reports',
    does: ['媒体自报数据列表', 'List what owners reported'],
    query: {
      state: state(reportStates),
      site_id: optional(id(['媒体', 'the site'])),
      ...paged(MOST),
    },
    answers: [200],
  },
  {
    at: 'POST /admin/v1/site-reports/:id/decide',
    does: ['确认或拒绝自报数据', 'Confirm a report or refuse it'],
    body: { decision: choice(['confirm', 'refuse'], ['结论', 'the decision']), reason },
    answers: [200, 404],
  },
]
