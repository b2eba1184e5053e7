import { appealStates, applicationStates, packages } from '../../domain/permissions/index.ts'
import { siteCategories } from '../../domain/sites/index.ts'
import type { Door } from './door.ts'
import {
  choice,
  count,
  days,
  following,
  id,
  optional,
  paged,
  pagedBack,
  reason,
  state,
  text,
  texts,
} from './inputs.ts'

const MOST = 100
const app = text(['自己的应用', 'an own app'])
const site = id(['自己的媒体', 'an own site'])
const filing = {
  kind: choice(['website', 'app', 'channel'], ['媒体形态', 'what it is']),
  name: text(['名称', 'its name'], 64),
  address: text(['网址或应用标识', 'its address or store link'], 512),
  category: choice(siteCategories, ['类目', 'its category']),
}

/** What a publisher files, holds and makes. */
export const publisherDoors: readonly Door[] = [
  {
    at: 'GET /account/v1/sites',
    does: ['我的媒体', 'List own sites'],
    query: following,
    answers: [200],
  },
  {
    at: 'POST /account/v1/sites',
    does: ['备案媒体', 'File a site'],
    body: filing,
    answers: [201],
  },
  {
    at: 'GET /account/v1/sites/:id',
    does: ['一个媒体', 'An own site'],
    answers: [200, 404],
  },
  {
    at: 'POST /account/v1/sites/:id/refile',
    does: ['重新备案', 'File a refused site again'],
    body: filing,
    answers: [200, 404],
  },
  {
    at: 'POST /account/v1/sites/:id/close',
    does: ['关闭媒体', 'Give a site up'],
    answers: [200, 404],
  },
  {
    at: 'GET /account/v1/sites/:id/days',
    does: ['媒体每日数据', 'What an own site had, a day at a time'],
    query: days,
    answers: [200, 404],
  },
  {
    at: 'GET /account/v1/sites/:id/reports',
    does: ['自报数据列表', 'List what was reported of an own site'],
    query: following,
    answers: [200, 404],
  },
  {
    at: 'POST /account/v1/sites/:id/reports',
    does: ['自报下载量或日活', 'Report downloads or daily users'],
    body: {
      kind: choice(['downloads', 'daily_users'], ['指标', 'what is reported']),
      value: count(['数值', 'how many']),
      note: text(['依据', 'how it is known'], 500),
    },
    answers: [201, 404],
  },
  {
    at: 'GET /account/v1/adzones',
    does: ['我的推广位', 'List own adzones'],
    query: { site_id: optional(site) },
    answers: [200, 404],
  },
  {
    at: 'POST /account/v1/adzones',
    does: ['创建推广位', 'Create an adzone'],
    body: { site_id: site, name: text(['名称', 'its name'], 64) },
    answers: [201, 404, 409],
  },
  {
    at: 'POST /account/v1/links',
    does: ['转链工具', 'Make links'],
    body: {
      adzone_id: id(['自己的推广位', 'an own adzone']),
      texts: texts(['网址、商品ID或淘口令', 'addresses, item ids or passwords'], 100),
    },
    answers: [200, 503],
  },
  {
    at: 'GET /account/v1/apps',
    does: ['我的应用', 'List own apps'],
    answers: [200],
  },
  {
    at: 'POST /account/v1/apps',
    does: ['创建应用', 'Create an app: its secret is answered once'],
    body: { name: text(['名称', 'its name'], 64) },
    answers: [201],
  },
  {
    at: 'POST /account/v1/apps/:app_key/secret',
    does: ['更换密钥', 'Change an app’s secret; the old one lives on for a while'],
    answers: [200, 404],
  },
  {
    at: 'PUT /account/v1/apps/:app_key/ip-list',
    does: ['设置IP白名单', 'Set from where an app may call'],
    body: {
      ip_list: optional(
        texts(['地址、网段或通配；空为不限', 'addresses, blocks or patterns; none: any'], 100),
      ),
    },
    answers: [200, 404],
  },
  {
    at: 'GET /account/v1/apps/:app_key/days',
    does: ['应用每日调用量', 'What an own app called, a day at a time'],
    query: days,
    answers: [200, 404],
  },
  {
    at: 'GET /account/v1/permissions',
    does: [
      '各权限包的状态与条件',
      'Every package for an app and a site: held or not, and what its rules say',
    ],
    query: { app_key: app, site_id: site },
    answers: [200],
  },
  {
    at: 'GET /account/v1/applications',
    does: ['我的权限申请', 'List own applications'],
    query: { state: state(applicationStates), site_id: optional(site), ...paged(MOST) },
    answers: [200],
  },
  {
    at: 'POST /account/v1/applications',
    does: ['申请权限包', 'Ask for a package'],
    body: {
      app_key: app,
      package: choice(packages, ['权限包', 'the package']),
      site_id: site,
      statement: optional(text(['说明', 'what speaks for it'], 2000)),
    },
    answers: [201],
  },
  {
    at: 'POST /account/v1/applications/:id/cancel',
    does: ['撤回申请', 'Take an application back'],
    body: {},
    answers: [200, 404],
  },
  {
    at: 'GET /account/v1/grants',
    does: ['我的权限', 'List packages that own apps hold or held'],
    query: { app_key: optional(app), site_id: optional(site), ...paged(MOST) },
    answers: [200],
  },
  {
    at: 'POST /account/v1/grants/:id/appeal',
    does: ['对收回权限申诉', 'Appeal against the loss of a package'],
    body: { reason },
    answers: [201, 404],
  },
  {
    at: 'GET /account/v1/appeals',
    does: ['我的申诉', 'List own appeals'],
    query: { state: state(appealStates), grant_id: optional(id(['权限', 'the grant'])), ...paged(MOST) },
    answers: [200],
  },
  {
    at: 'GET /account/v1/decisions',
    does: ['对我的决定', 'List what was decided about the member'],
    query: pagedBack(MOST, 50),
    answers: [200],
  },
]
