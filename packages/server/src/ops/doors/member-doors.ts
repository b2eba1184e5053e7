import { caseDecisions, caseStates } from '../../domain/cases/index.ts'
import { roles, standings } from '../../domain/members/index.ts'
import { grantStates } from '../../domain/oauth/index.ts'
import type { Door } from './door.ts'
import { choice, days, id, optional, paged, reason, state, text, texts } from './inputs.ts'

const MOST = 200
const origin = text(['来源，如 https://app.example.com', 'scheme and host, like https://app.example.com'])

/** Members, their apps, and what looks like cheating. */
export const memberDoors: readonly Door[] = [
  {
    at: 'GET /admin/v1/members',
    does: ['成员列表', 'List members'],
    query: {
      role: state(roles),
      standing: state(standings),
      ...paged(MOST),
    },
    answers: [200],
  },
  {
    at: 'GET /admin/v1/members/:id',
    does: ['一位成员及对其的决定', 'A member and what was decided about them'],
    answers: [200, 404],
  },
  {
    at: 'POST /admin/v1/members/:id/standing',
    does: ['停用或恢复成员', 'Suspend or reinstate a member'],
    body: { standing: choice(standings, ['状态', 'the standing']), reason },
    answers: [200, 404],
  },
  {
    at: 'POST /admin/v1/members/:id/links',
    does: ['代推广者转链', 'Make links for a publisher'],
    body: {
      adzone_id: id(['推广位', 'the place they are for']),
      texts: texts(['网址、商品ID或淘口令', 'addresses, item ids or passwords'], 100),
      reason,
    },
    answers: [200, 404, 503],
  },
  {
    at: 'POST /admin/v1/members/:id/buyers',
    does: ['登记成员自己的买家身份', 'Note which buyer of a shop a member is'],
    body: {
      shop_key: text(['店铺的 key', 'the shop’s key']),
      buyer_id: text(['店铺的买家ID', 'the shop’s name of the buyer']),
      reason,
    },
    answers: [201, 404],
  },
  {
    at: 'GET /admin/v1/cases',
    does: ['疑似作弊案件列表', 'List what looks like cheating'],
    query: {
      state: state(caseStates),
      site_id: optional(id(['媒体', 'the site'])),
      ...paged(MOST),
    },
    answers: [200],
  },
  {
    at: 'GET /admin/v1/cases/:id',
    does: ['一个案件', 'A case'],
    answers: [200, 404],
  },
  {
    at: 'POST /admin/v1/cases/:id/decide',
    does: ['认定或排除作弊', 'Confirm a case or dismiss it'],
    body: { decision: choice(caseDecisions, ['结论', 'the verdict']), reason },
    answers: [200, 404],
  },
  {
    at: 'GET /admin/v1/apps/:app_key/days',
    does: ['应用每日调用量', 'What an app called, a day at a time'],
    query: days,
    answers: [200, 404],
  },
  {
    at: 'GET /admin/v1/apps/:key/redirects',
    does: ['应用的回调来源', 'Where an app is answered'],
    answers: [200],
  },
  {
    at: 'POST /admin/v1/apps/:key/redirects',
    does: ['登记回调来源', 'Add where an app is answered'],
    body: { origin },
    answers: [201],
  },
  {
    at: 'DELETE /admin/v1/apps/:key/redirects',
    does: ['删除回调来源', 'Remove where an app is answered'],
    query: { origin },
    answers: [200],
  },
  {
    at: 'GET /admin/v1/authorisations',
    does: ['授权列表', 'List what members granted to apps'],
    query: {
      member_id: optional(id(['授权的成员', 'who granted'])),
      app_key: optional(text(['应用', 'the app'])),
      state: state(grantStates),
      ...paged(MOST),
    },
    answers: [200],
  },
  {
    at: 'POST /admin/v1/authorisations/:id/withdraw',
    does: ['撤销授权', 'Withdraw an authorisation'],
    answers: [200, 404],
  },
]
