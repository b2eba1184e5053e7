import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Wire } from '../setup/server.ts'
import {
  ask,
  getBasic,
  grantOf,
  logOf,
  newApp,
  openSite,
  type PermissionNetwork,
  set,
  startPermissionNetwork,
} from './permission-network.ts'

const REASON = { reason: '复核' }

let network: PermissionNetwork
let site: string

beforeAll(async () => {
  network = await startPermissionNetwork()
  await set(network, { link_daily_clicks: 0, link_daily_paid_fen: 0, open_applications: true })
})
afterAll(() => network.server.close())
beforeEach(async () => {
  network = { ...network, app: await newApp(network) }
  site = await openSite(network)
  await getBasic(network, site)
})

/** Answers of several who do the same at once, by status. */
const statuses = async (work: () => Promise<{ status: number }>) =>
  (await Promise.all([work(), work(), work()])).map(({ status }) => status).sort()

const stops = () =>
  network.server.db.selectFrom('site_stops').select('cause').where('site_id', '=', BigInt(site)).execute()

describe('of several who decide at once one does', () => {
  test('applications', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => ask(network, 'link', site)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400])
    const id = answers.find(({ status }) => status === 201)?.body.id
    const ruling = { decision: 'grant', ...REASON }
    expect(await statuses(() => network.operate(`/applications/${id}/decide`, ruling))).toEqual([
      200, 400, 400,
    ])
    const granted = (await logOf(network, site)).filter((row) => row.package === 'link')
    expect(granted.map(({ kind }) => kind)).toEqual(['permission.apply', 'permission.grant'])
  })

  test('withdrawals and appeals', async () => {
    const { id } = await grantOf(network, 'basic', site)
    const withdraw = () => network.operate(`/grants/${id}/withdraw`, REASON)
    expect(await statuses(withdraw)).toEqual([200, 400, 400])
    const appeal = () => network.owner.post(`/account/v1/grants/${id}/appeal`, REASON)
    expect(await statuses(appeal)).toEqual([201, 400, 400])
    const [waiting] = (await network.operate(`/appeals?grant_id=${id}`)).body.appeals
    const uphold = { decision: 'uphold', ...REASON }
    expect(await statuses(() => network.operate(`/appeals/${waiting.id}/decide`, uphold))).toEqual([
      200, 400, 400,
    ])
    expect((await grantOf(network, 'basic', site)).status).toBe('granted')
  })

  test('grants of the operator', async () => {
    const wanted = { app_key: network.app.key, package: 'order', site_id: site, ...REASON }
    expect(await statuses(() => network.operate('/grants', wanted))).toEqual([201, 400, 400])
  })
})

test('links of a site go on while another app holds link for it, and again when one is given it', async () => {
  const give = async (app: { key: string }) => {
    const wanted = { app_key: app.key, package: 'link', site_id: site, ...REASON }
    const { status, body } = await network.operate('/grants', wanted)
    expect(status).toBe(201)
    return body as Wire
  }
  const take = ({ id }: Wire) => network.operate(`/grants/${id}/withdraw`, REASON)
  const second = await newApp(network)
  const grants = [await give(network.app), await give(second)]
  await take(grants[0])
  expect(await stops()).toEqual([])
  await take(grants[1])
  expect(await stops()).toEqual([{ cause: 'link' }])
  await give(second)
  expect(await stops()).toEqual([])
})
