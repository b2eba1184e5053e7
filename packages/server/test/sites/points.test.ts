import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askAsOperator } from '../sandbox/operator.ts'
import type { Wire } from '../setup/server.ts'
import {
  advance,
  approve,
  decisions,
  fileOne,
  type SiteNetwork,
  show,
  startSiteNetwork,
  told,
} from './site-network.ts'

let network: SiteNetwork

beforeAll(async () => {
  network = await startSiteNetwork()
})
afterAll(() => network.server.close())

const give = (site: Wire, points: unknown, reason = '违规推广') =>
  network.operate(`/sites/${site.id}/points`, { points, reason })
const inForce = async (site: Wire): Promise<number> => (await show(network, site)).points

async function setLastDays(value: number | null): Promise<void> {
  const how = { method: 'PUT', body: { value, reason: '调整' } }
  const answer = await askAsOperator(network.server, '/admin/v1/settings/points_last_days', how)
  expect(answer.status).toBe(200)
}

describe('deduction points', () => {
  let site: Wire

  test('add up, and the owner hears of each', async () => {
    site = await fileOne(network)
    await approve(network, site)
    expect(await give(site, 12)).toMatchObject({ status: 201, body: { points: 12, in_force: 12 } })
    expect((await told(network))[0]).toMatchObject({
      kind: 'site.points',
      zh: expect.stringContaining('扣 12 分，原因：违规推广。当前有效扣分：12 分'),
    })
    const mine = (await network.owner.get(`/account/v1/sites/${site.id}`)).body
    expect(mine).toMatchObject({ points: 12, point_entries: [{ points: 12, reason: '违规推广' }] })
  })

  test('count for a year each', async () => {
    await advance(network, '200d')
    expect((await give(site, 8)).body.in_force).toBe(20)
    expect((await give(site, -5, '申诉成立')).body.in_force).toBe(15)
    expect((await told(network))[0]?.zh).toContain('撤销扣分 5 分')
    await advance(network, '164d')
    expect(await inForce(site)).toBe(15)
    await advance(network, '2d')
    expect(await inForce(site)).toBe(3)
    await advance(network, '200d')
    expect(await inForce(site)).toBe(0)
  })

  test('or as long as the setting says, for ever with 0, from the next look on', async () => {
    await setLastDays(0)
    expect(await inForce(site)).toBe(15)
    await setLastDays(300)
    expect(await inForce(site)).toBe(0)
    await setLastDays(400)
    expect(await inForce(site)).toBe(3)
    await setLastDays(null)
  })

  test('what is taken back is not saved up for later ones', async () => {
    const other = await fileOne(network)
    expect((await give(other, -10)).body.in_force).toBe(0)
    expect((await give(other, 6)).body.in_force).toBe(6)
    expect((await give(other, -7)).body.in_force).toBe(0)
    expect((await give(other, 2)).body.in_force).toBe(2)
  })

  test('stay in a ledger with their reasons, and in the audit log with who gave them', async () => {
    const { points, next } = (await network.operate(`/sites/${site.id}/points?limit=2`)).body
    expect(points.map((one: Wire) => [one.points, one.reason])).toEqual([
      [12, '违规推广'],
      [8, '违规推广'],
    ])
    const rest = (await network.operate(`/sites/${site.id}/points?after=${next}`)).body
    expect(rest).toMatchObject({ points: [{ points: -5, reason: '申诉成立' }], next: null })
    const lines = (await decisions(network, site)).filter((line) => line.kind === 'site.points')
    expect(lines.map((line) => line.figures)).toEqual([
      { points: 12, in_force: 12, last_days: 365 },
      { points: 8, in_force: 20, last_days: 365 },
      { points: -5, in_force: 15, last_days: 365 },
    ])
    expect(lines.every((line) => line.operator_id !== null)).toBe(true)
    const change = network.server.db.updateTable('site_points').set({ points: 1 }).execute()
    await expect(change).rejects.toThrow(/site_points/)
  })

  test.each([0, 101, -101, 1.5, 'x', '1e2'])('%j of them are refused', async (points) => {
    expect(await give(site, points)).toMatchObject({ status: 400, body: { field: 'points' } })
  })
})
