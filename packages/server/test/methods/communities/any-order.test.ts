import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../../setup/server.ts'
import { callBack, makePlan, type Pulled, pull, reportOf } from './community-network.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

type Said = { message: number; stamp: number; code: number }

/** Callbacks of three messages, each stamp of a message once, in some order with repeats. */
const story = fc
  .uniqueArray(
    fc.record({
      message: fc.integer({ min: 0, max: 2 }),
      stamp: fc.integer({ min: 1, max: 40 }),
      code: fc.integer({ min: -5, max: 5 }),
    }),
    { minLength: 1, maxLength: 12, selector: ({ message, stamp }) => `${message} ${stamp}` },
  )
  .chain((said) =>
    fc.record({
      said: fc.constant(said),
      deliveries: fc
        .tuple(
          fc.shuffledSubarray(said, { minLength: said.length }),
          fc.array(fc.constantFrom(...said), { maxLength: 8 }),
        )
        .map(([once, again]) => [...once, ...again]),
      atOnce: fc.boolean(),
    }),
  )

test('callbacks in any order, repeated, at once: the latest stamp of each message is kept', async () => {
  const baseMs = Date.now() - 100_000
  await fc.assert(
    fc.asyncProperty(story, async ({ said, deliveries, atOnce }) => {
      const { groupId } = await makePlan(server, { count: 3 })
      const messages = await pull(server, { group_id: groupId })
      const deliver = async ({ message, stamp, code }: Said) => {
        const { msg_id, offset_code } = messages[message] as Pulled
        const answer = await callBack(server, {
          group_id: groupId,
          msg_id,
          offset_code,
          res_code: code,
          res_desc: `第${stamp}次`,
          time_stamp: baseMs + stamp,
        })
        expect(answer.is_success).toBe(true)
      }
      if (atOnce) await Promise.all(deliveries.map(deliver))
      else for (const delivery of deliveries) await deliver(delivery)
      const [plan] = await reportOf(server, groupId)
      const kept = plan.messages.map(({ result }: { result: Record<string, unknown> | null }) => {
        if (!result) return undefined
        const { received_at: _, ...rest } = result
        return rest
      })
      const latest = [0, 1, 2].map((message) => {
        const [last] = said.filter((one) => one.message === message).sort((a, b) => b.stamp - a.stamp)
        if (!last) return undefined
        return {
          res_code: String(last.code),
          res_desc: `第${last.stamp}次`,
          time_stamp: baseMs + last.stamp,
        }
      })
      expect(kept).toEqual(latest)
    }),
    { numRuns: 20 },
  )
})

test('of equal stamps the first is kept', async () => {
  const { groupId } = await makePlan(server, { count: 1 })
  const [{ msg_id, offset_code }] = (await pull(server, { group_id: groupId })) as [Pulled]
  const say = (res_code: number, time_stamp: number) =>
    callBack(server, { group_id: groupId, msg_id, offset_code, res_code, time_stamp })
  const stamp = Date.now()
  const kept = async () => (await reportOf(server, groupId))[0].messages[0].result.res_code
  await say(1, stamp)
  await say(2, stamp)
  expect(await kept()).toBe('1')
  await say(3, stamp - 1)
  expect(await kept()).toBe('1')
  await say(4, stamp + 1)
  expect(await kept()).toBe('4')
})

test('pulling on by offset answers every message once, in order, whatever the pages and whatever comes meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 60 }),
      fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 1, maxLength: 5 }),
      async (count, sizes) => {
        const { groupId, contents } = await makePlan(server, { count })
        const seen: Pulled[] = []
        const answers: { params: Record<string, unknown>; page: Pulled[] }[] = []
        for (let turn = 0; ; turn++) {
          const offset_code = seen.at(-1)?.offset_code
          const params = { group_id: groupId, offset_code, page_size: sizes[turn % sizes.length] }
          const page = await pull(server, params)
          if (offset_code !== undefined) answers.push({ params, page })
          seen.push(...page)
          if (page.length === 0) break
          // A further plan of the group, and results, move nothing that was answered.
          if (turn === 1) await makePlan(server, { groupId, count: 2 })
          const { msg_id, offset_code: own } = page.at(-1) as Pulled
          await callBack(server, {
            group_id: groupId,
            msg_id,
            offset_code: own,
            res_code: 1,
            time_stamp: Date.now(),
          })
        }
        expect(seen.map((message) => message.content)).toEqual(contents)
        for (const { msg_id, offset_code } of seen) expect(offset_code.endsWith(msg_id)).toBe(true)
        for (const { params, page } of answers) expect(await pull(server, params)).toEqual(page)
      },
    ),
    { numRuns: 12 },
  )
})
