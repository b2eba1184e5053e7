import { appealStates, applicationStates, grantStatuses, packages } from '../../domain/permissions/index.ts'
import type { Door } from './door.ts'
import { choice, flag, id, optional, paged, pagedBack, reason, state, text } from './inputs.ts'

const MOST = 200
const member = optional(id(['成员', 'the member']))
const site = optional(id(['媒体', 'the site']))
const invitation = {
  site_id: id(['媒体', 'the site']),
  package: choice(['link', 'share'], ['权限包', 'the package']),
  reason,
}

/** Permission packages: who asks, who is invited, who holds them, who lost them, and every decision. */
export const permissionDoors: readonly Door[] = [
  {
    at: 'GET /admin/v1/applications',
    does: ['权限申请列表', 'List applications for packages'],
    query: {
      state: state(applicationStates, 'waiting'),
      member_id: member,
      site_id: site,
      overdue: optional(flag(['只看逾期的', 'only those whose answer is overdue'])),
      ...paged(MOST),
    },
    answers: [200],
  },
  {
    at: 'GET /admin/v1/applications/:id',
    does: ['一份申请及当前指标', 'An application, and its rules as of now'],
    answers: [200, 404],
  },
  {
    at: 'POST /admin/v1/applications/:id/decide',
    does: ['审核申请', 'Decide an application'],
    body: {
      decision: choice(['grant', 'refuse'], ['审核结论', 'the decision']),
      reason,
      despite_rules: optional(flag(['虽不达标仍通过', 'grant although a rule is unmet'])),
    },
    answers: [200, 404],
  },
  {
    at: 'GET /admin/v1/invitations',
    does: ['定向邀约列表', 'List invitations'],
    query: paged(MOST),
    answers: [200],
  },
  {
    at: 'POST /admin/v1/invitations',
    does: ['邀约媒体申请', 'Invite a site to a package'],
    body: invitation,
    answers: [201],
  },
  {
    at: 'POST /admin/v1/invitations/withdraw',
    does: ['撤回邀约', 'Withdraw an invitation'],
    body: invitation,
    answers: [200, 404],
  },
  {
    at: 'GET /admin/v1/grants',
    does: ['权限列表', 'List packages that apps hold or held'],
    query: {
      member_id: member,
      app_key: optional(text(['应用', 'the app'])),
      site_id: site,
      package: { ...state(packages), words: ['权限包', 'the package'] },
      status: state(grantStatuses),
      ...paged(MOST),
    },
    answers: [200],
  },
  {
    at: 'POST /admin/v1/grants',
    does: ['直接授予权限', 'Grant a package outright'],
    body: {
      app_key: text(['应用', 'the app']),
      package: choice(packages, ['权限包', 'the package']),
      site_id: site,
      checked: optional(flag(['今后按规则检查', 'whether rules can take it away'])),
      reason,
    },
    answers: [201],
  },
  {
    at: 'GET /admin/v1/grants/:id',
    does: ['一项权限', 'A grant'],
    answers: [200, 404],
  },
  {
    at: 'POST /admin/v1/grants/:id/withdraw',
    does: ['收回权限', 'Withdraw a package'],
    body: { reason, violation: optional(flag(['因违规', 'for a violation'])) },
    answers: [200, 404],
  },
  {
    at: 'GET /admin/v1/appeals',
    does: ['申诉列表', 'List appeals'],
    query: {
      state: state(appealStates, 'waiting'),
      member_id: member,
      grant_id: optional(id(['权限', 'the grant'])),
      ...paged(MOST),
    },
    answers: [200],
  },
  {
    at: 'POST /admin/v1/appeals/:id/decide',
    does: ['裁定申诉', 'Decide an appeal'],
    body: { decision: choice(['uphold', 'dismiss'], ['成立或驳回', 'whether it is right']), reason },
    answers: [200, 404],
  },
  {
    at: 'GET /admin/v1/decisions',
    does: ['审计日志', 'The log of all decisions'],
    query: {
      member_id: member,
      site_id: site,
      app_id: optional(id(['应用', 'the app'])),
      kind: optional(text(['决定的种类', 'what kind of decision'])),
      ...pagedBack(MOST, 50),
    },
    answers: [200],
  },
]
