import { describe, expect, test } from 'vitest'
import { GroupWriter } from '../../src/store/group-writer.ts'

/** A writer whose writes end when the test says so. */
function slowWriter(limits: { maxGroup: number; maxQueue: number }) {
  const writes: { rows: number[]; end: PromiseWithResolvers<void> }[] = []
  const writer = new GroupWriter<number, string>(async (rows) => {
    const end = Promise.withResolvers<void>()
    writes.push({ rows, end })
    await end.promise
    return rows.map((row) => `written ${row}`)
  }, limits)
  const started = (count: number) => expect.poll(() => writes.length, { interval: 1 }).toBe(count)
  return { writer, writes, started }
}

describe('a group writer', () => {
  test('answers each caller with its own result, after the write and not before', async () => {
    const { writer, writes, started } = slowWriter({ maxGroup: 10, maxQueue: 10 })
    const answers: string[] = []
    const all = [1, 2, 3].map((row) => writer.add(row).then((answer) => answers.push(answer)))
    await started(1)
    expect(answers).toEqual([])
    writes[0]?.end.resolve()
    await Promise.all(all)
    expect(answers).toEqual(['written 1', 'written 2', 'written 3'])
  })

  test('writes together what arrives while it writes, never more than a group', async () => {
    const { writer, writes, started } = slowWriter({ maxGroup: 3, maxQueue: 10 })
    const first = writer.add(0)
    await started(1)
    const rest = [1, 2, 3, 4, 5].map((row) => writer.add(row))
    for (let write = 0; write < 3; write++) {
      await started(write + 1)
      writes[write]?.end.resolve()
    }
    await Promise.all([first, ...rest])
    expect(writes.map((write) => write.rows)).toEqual([[0], [1, 2, 3], [4, 5]])
  })

  test('refuses when its queue is full, and takes again when there is room', async () => {
    const { writer, writes, started } = slowWriter({ maxGroup: 2, maxQueue: 2 })
    const first = writer.add(0)
    await started(1)
    const queued = [writer.add(1), writer.add(2)]
    await expect(writer.add(3)).rejects.toMatchObject({ refusal: 'server.busy' })
    writes[0]?.end.resolve()
    await first
    await started(2)
    const late = writer.add(4)
    writes[1]?.end.resolve()
    await started(3)
    writes[2]?.end.resolve()
    expect(await Promise.all([...queued, late])).toEqual(['written 1', 'written 2', 'written 4'])
  })

  test('a write that fails fails its own callers alone', async () => {
    const { writer, writes, started } = slowWriter({ maxGroup: 1, maxQueue: 10 })
    const [bad, good] = [writer.add(1), writer.add(2)]
    await started(1)
    writes[0]?.end.reject(new Error('disk full'))
    await expect(bad).rejects.toThrow('disk full')
    await started(2)
    writes[1]?.end.resolve()
    expect(await good).toBe('written 2')
  })

  test('drains: ends when everything that was added is written', async () => {
    const { writer, writes, started } = slowWriter({ maxGroup: 1, maxQueue: 10 })
    const all = [writer.add(1), writer.add(2)]
    let drained = false
    const draining = writer.drain().then(() => {
      drained = true
    })
    await started(1)
    writes[0]?.end.resolve()
    await started(2)
    expect(drained).toBe(false)
    writes[1]?.end.resolve()
    await draining
    expect(await Promise.all(all)).toHaveLength(2)
  })
})
