import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Wire } from '../../setup/server.ts'
import { convertItem, convertMaterial, type LinkNetwork, startLinkNetwork } from './link-network.ts'

const DAY_MS = 86_400_000

let network: LinkNetwork
let url: string

beforeAll(async () => {
  network = await startLinkNetwork()
  url = (await convertItem(network)).link_info_dto.cps_long_url
})
afterAll(() => network.server.close())

const create = async (text: string, password: string, link = url): Promise<Wire> => {
  const answer = await network.server.call('taobao.tbk.tpwd.mix.create', { url: link, text, password })
  return answer.error_response ?? answer.tbk_tpwd_mix_create_response.data
}

const parse = async (password_content: string): Promise<Wire> => {
  const answer = await network.server.call('taobao.tbk.tpwd.parse', { password_content })
  return answer.error_response ?? answer.tbk_tpwd_parse_response.data
}

test('words of one’s own lead to the link wherever a 淘口令 is read', async () => {
  const made = await create('春天里的第一件外套', '快来看')
  expect(made).toEqual({ status: '1', password: '春天里的第一件外套快来看' })
  expect(await parse(`  ${made.password}\n`)).toEqual({ origin_url: url })
  const converted = await convertMaterial(network, made.password)
  expect(converted.link_info_dto).toMatchObject({ tpwd_origin_url: url, material_id: network.items[0] })
  const again = await network.server.call('taobao.tbk.tpwd.convert', {
    adzone_id: network.adzone,
    password_content: made.password,
  })
  expect(again.tbk_tpwd_convert_response.data.num_iid).toBe(network.items[0])
  // Words within other words are no password, nor is half of them.
  for (const text of [`看${made.password}`, '春天里的第一件外套'])
    expect(await parse(text)).toMatchObject({ code: 15, sub_code: '20010' })
})

test('the same words are taken, whoever asks, also at the same moment', async () => {
  const words = () => create('同一句话不能说两遍', '口令')
  const answers = await Promise.all(Array.from({ length: 10 }, words))
  expect(answers.map((answer) => answer.status).sort()).toEqual(['1', ...Array(9).fill('2')])
  const { app } = network.foreign
  const theirs = await network.server.call(
    'taobao.tbk.tpwd.mix.create',
    { url, text: '同一句话不能说两遍口', password: '令' },
    { app },
  )
  expect(theirs.tbk_tpwd_mix_create_response.data).toEqual({ status: '3' })
  const same = await network.server.call(
    'taobao.tbk.tpwd.mix.create',
    { url, text: '同一句话不能说两', password: '遍口令' },
    { app },
  )
  expect(same.tbk_tpwd_mix_create_response.data).toEqual({ status: '2' })
})

test.each([
  ['a text of five', '一二三四五', '口令口令'],
  ['a text of sixty-one', '长'.repeat(61), '口令'],
  ['a text of two lines', '第一行内容\n第二行内容', '口令'],
  ['a password of one', '这句话有六个字', '口'],
  ['a password with a sign', '这句话有六个字', '口令!'],
  ['a text that holds a 淘口令', '复制 ¥AbCdEfGhIjK¥ 打开', '口令'],
  ['a text that makes one with its password', '快来看 AbCdEfGh', 'IjK'],
  ['an address', 'https://example.com/x', '口令'],
])('%s is not as it must be', async (_name, text, password) => {
  expect(await create(text, password)).toEqual({ status: '3' })
})

test('only this network’s own links', async () => {
  const error = await create('这句话有六个字', '口令', 'https://example.com/x')
  expect(error).toMatchObject({ code: 15, sub_code: '20000' })
  expect(await create('这句话有六个字', '口令', `${url}A`)).toMatchObject({ code: 15, sub_code: '20000' })
})

// The last: the clock of this network only moves forward.
test('after thirty days the words are free again', async () => {
  const { password } = await create('三十天以后再说一次', '口令')
  network.server.ctx.clock.aheadMs += 31 * DAY_MS
  expect(await parse(password)).toMatchObject({ code: 15 })
  expect(await create('三十天以后再说一次', '口令')).toMatchObject({ status: '1' })
  expect(await parse(password)).toEqual({ origin_url: url })
})
