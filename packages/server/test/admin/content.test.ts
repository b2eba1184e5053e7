import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askAsOperator } from '../sandbox/operator.ts'
import { startTestServer, type TestServer, type Wire } from '../setup/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const list = (query = '') => askAsOperator(server, `/admin/v1/content${query}`)
const review = (id: string, body: unknown) =>
  askAsOperator(server, `/admin/v1/content/${id}/review`, { body })
const waiting = async () => (await list('?status=pending')).body.materials[0] as Wire

test('both doors want the operator’s token', async () => {
  const { id } = await waiting()
  const headers = { authorization: 'Bearer op_nobody' }
  expect((await askAsOperator(server, '/admin/v1/content', { headers })).status).toBe(401)
  const body = { decision: 'approve', reason: '好' }
  const answer = await askAsOperator(server, `/admin/v1/content/${id}/review`, { body, headers })
  expect(answer.status).toBe(401)
  expect((await waiting()).id).toBe(id)
})

describe('the list', () => {
  test('of a state, and of all in pages', async () => {
    const pending = await list('?status=pending')
    expect(pending.status).toBe(200)
    expect(pending.body).toMatchObject({
      materials: [
        {
          id: expect.stringMatching(/^\d+$/),
          status: 'pending',
          price: '98.99',
          texts: ['限时再减1元'],
          published_at: null,
          last_review: null,
        },
      ],
      next: null,
    })
    const all = (await list()).body.materials
    expect(all.map((one: Wire) => one.status)).toEqual([...Array(4).fill('approved'), 'pending'])
    const seen: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const part: Wire = (await list(`?limit=2&after=${next}`)).body
      seen.push(...part.materials.map((one: Wire) => one.id))
      next = part.next
    }
    expect(seen).toEqual(all.map((one: Wire) => one.id))
  })

  test.each([
    ['?status=new', 'status'],
    ['?after=x', 'after'],
    ['?limit=-1', 'limit'],
    ['?state=pending', 'state'],
  ])('%s is refused by its name', async (query, field) => {
    expect(await list(query)).toMatchObject({
      status: 400,
      body: { field, error: expect.stringMatching(new RegExp(`^${field}: `)) },
    })
  })
})

describe('a review', () => {
  test('keeps every decision with its reason and its operator', async () => {
    const { id } = await waiting()
    const approved = await review(id, {
      decision: 'approve',
      reason: '价格属实',
      use_scenes: ['5', '3'],
      scene_ids: ['3'],
      title: '再减1元',
    })
    expect(approved).toMatchObject({
      status: 200,
      body: { id, status: 'approved', use_scenes: ['3', '5'], scene_ids: ['3'], title: '再减1元' },
    })
    expect(approved.body.published_at).toBe(approved.body.modified_at)
    expect((await review(id, { decision: 'reject', reason: '已过期' })).body).toMatchObject({
      status: 'rejected',
      published_at: approved.body.published_at,
      title: '再减1元',
    })
    const operator = await server.db
      .selectFrom('operators')
      .select('id')
      .where('name', '=', 'demo')
      .executeTakeFirstOrThrow()
    const kept = await server.db
      .selectFrom('content_reviews')
      .select(['decision', 'reason', 'operator_id'])
      .where('material_id', '=', BigInt(id))
      .orderBy('id')
      .execute()
    expect(kept).toEqual([
      { decision: 'approve', reason: '价格属实', operator_id: operator.id },
      { decision: 'reject', reason: '已过期', operator_id: operator.id },
    ])
    const [listed] = (await list('?status=rejected')).body.materials
    expect(listed.last_review).toMatchObject({
      decision: 'reject',
      reason: '已过期',
      operator_id: String(operator.id),
    })
    await expect(server.db.updateTable('content_reviews').set({ reason: 'other' }).execute()).rejects.toThrow(
      'append-only',
    )
  })

  test.each([
    [{ decision: 'approve' }, 'reason'],
    [{ decision: 'approve', reason: '  ' }, 'reason'],
    [{ reason: '好' }, 'decision'],
    [{ decision: 'maybe', reason: '好' }, 'decision'],
    [{ decision: 'approve', reason: '好', use_scenes: ['8'] }, 'use_scenes'],
    [{ decision: 'approve', reason: '好', use_scenes: [3] }, 'use_scenes'],
    [{ decision: 'approve', reason: '好', scene_ids: ['2'] }, 'scene_ids'],
    [{ decision: 'approve', reason: '好', need_item_count: 0 }, 'need_item_count'],
    [{ decision: 'approve', reason: '好', title: '长'.repeat(101) }, 'title'],
    [{ decision: 'approve', reason: '好', title: 'nul\0' }, 'title'],
    [{ decision: 'approve', reason: '好', content_tags: [''] }, 'content_tags'],
    [{ decision: 'approve', reason: '好', tilte: '错字' }, 'tilte'],
    [{ decision: 'reject', reason: '不好', title: '无用' }, 'title'],
    [[], 'body'],
  ])('%j is refused by its name, and changes nothing', async (body, field) => {
    const [{ id, modified_at }] = (await list('?status=approved')).body.materials
    expect(await review(id, body)).toMatchObject({
      status: 400,
      body: { field, error: expect.stringMatching(new RegExp(`^${field}: `)) },
    })
    expect((await list('?status=approved')).body.materials[0]).toMatchObject({ id, modified_at })
  })

  test('of none there is', async () => {
    const body = { decision: 'approve', reason: '好' }
    for (const id of ['1', '0', 'x', '9999999999999999999'])
      expect(await review(id, body)).toMatchObject({ status: 404, body: { field: 'id' } })
    expect((await review('1', '{')).status).toBe(400)
  })
})
