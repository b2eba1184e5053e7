import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Wire } from '../../setup/server.ts'
import {
  authorise,
  type ChannelNetwork,
  createAccount,
  file,
  inviteCode,
  readFiled,
  startChannelNetwork,
} from './channel-network.ts'

const DAY_MS = 86_400_000
const register = {
  phoneNumber: '13800138000',
  province: '浙江省',
  city: '杭州市',
  location: '西湖区',
  detailAddress: '文一西路1号',
  career: '个人 快递员',
  shopType: '社区店',
  shopName: '街角便利店',
  shopCertifyType: '营业执照',
}

let network: ChannelNetwork

beforeAll(async () => {
  network = await startChannelNetwork()
})
afterAll(() => network.server.close())

const one = async (params: Record<string, unknown>): Promise<Wire> => {
  const { total_count, inviter_list } = await readFiled(network, params)
  expect(total_count).toBe(1)
  return inviter_list[0]
}

describe('an invite code', () => {
  test('is the same for the same purpose, another for another', async () => {
    const relation_id = network.record.relationId
    const asked: Record<string, unknown>[] = [
      { code_type: 1 },
      { code_type: 3 },
      { code_type: 1, relation_app: 'etao' },
      { code_type: 2, relation_id },
      { code_type: 3, relation_id },
    ]
    const codes = await Promise.all(asked.map((params) => inviteCode(network, params)))
    expect(new Set(codes).size).toBe(asked.length)
    for (const code of codes) expect(code).toMatch(/^[A-HJ-NP-Z2-9]{14}$/)
    expect(await Promise.all(asked.map((params) => inviteCode(network, params)))).toEqual(codes)
  })

  test('of a channel needs the channel, and the publisher’s own', async () => {
    const { server, session } = network
    const ask = async (params: Record<string, unknown>) =>
      (
        await server.call(
          'taobao.tbk.sc.invitecode.get',
          { relation_app: 'common', code_type: 2, ...params },
          { session },
        )
      ).error_response
    expect(await ask({})).toMatchObject({ code: 40, msg: 'Missing required arguments:relation_id' })
    const foreign = await server.db
      .selectFrom('channels')
      .select('id')
      .where('member_id', '=', BigInt(network.record.secondPublisherId))
      .executeTakeFirstOrThrow()
    const unknown = await ask({ relation_id: 1 })
    expect(unknown).toMatchObject({ code: 15, sub_code: 'isp.relation-id-not-corrent' })
    const { request_id: _, ...error } = unknown
    expect(await ask({ relation_id: foreign.id })).toMatchObject(error)
  })
})

describe('filing', () => {
  test('makes an account a channel; again, the same channel', async () => {
    const account = await createAccount(network.server, '小蜜蜂团长')
    const inviter_code = await inviteCode(network, { code_type: 1 })
    const details = { note: '城西群', online_scene: '1', offline_scene: '2', relation_from: 'poster' }
    const filed = await file(network.server, account, { inviter_code, ...details })
    expect(filed).toEqual({ relation_id: expect.any(Number), account_name: '小蜜蜂团长', desc: '绑定成功' })
    const again = await file(network.server, account, { inviter_code, note: '别的备注' })
    expect(again).toEqual({ ...filed, desc: '重复绑定渠道' })

    const { relation_id } = filed
    expect(await one({ info_type: 1, relation_id })).toEqual({
      relation_app: 'common',
      create_date: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
      account_name: '小**长',
      real_name: '城西群',
      relation_id,
      offline_scene: '学校',
      online_scene: '微信群',
      note: '城西群',
      rtag: expect.stringMatching(/^[0-9a-f]{16}$/),
      punish_status: '0',
    })
    const row = await network.server.db
      .selectFrom('channels')
      .select(['relation_from', 'account_name'])
      .where('id', '=', BigInt(relation_id))
      .executeTakeFirst()
    expect(row).toEqual({ relation_from: 'poster', account_name: '小蜜蜂团长' })
  })

  test('with a member code makes a member, whatever info_type says; the same account may be both', async () => {
    const account = await createAccount(network.server, '老顾客')
    const member = await inviteCode(network, { code_type: 3 })
    const filed = await file(network.server, account, { inviter_code: member })
    expect(filed).toEqual({ special_id: expect.any(Number), account_name: '老顾客', desc: '绑定成功' })
    const again = await file(network.server, account, { inviter_code: member, info_type: 2 })
    expect(again).toEqual({ ...filed, desc: '重复绑定粉丝' })
    const channel = await file(network.server, account, {
      inviter_code: await inviteCode(network, { code_type: 1 }),
    })
    expect(channel.desc).toBe('绑定成功')

    const { special_id } = filed
    const seen = await one({ info_type: 2, special_id })
    expect(Object.keys(seen).sort()).toEqual(['create_date', 'relation_app', 'rtag', 'special_id'])
    const asChannel = await one({ info_type: 1, relation_id: channel.relation_id })
    expect(asChannel.rtag).toBe(seen.rtag)
  })

  test('twenty times at once is one filing', async () => {
    const account = await createAccount(network.server, '手快')
    const inviter_code = await inviteCode(network, { code_type: 1 })
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => file(network.server, account, { inviter_code })),
    )
    expect(new Set(answers.map((answer) => answer.relation_id)).size).toBe(1)
    expect(answers.filter((answer) => answer.desc === '绑定成功')).toHaveLength(1)
  })

  test('a publisher may be another publisher’s channel, and each sees its own only', async () => {
    const { server, record } = network
    const second = await authorise(server, BigInt(record.secondPublisherId))
    const theirs = await inviteCode({ ...network, session: second }, { code_type: 1 })
    const account = await createAccount(server, '两边都在')
    const here = await file(server, account, { inviter_code: await inviteCode(network, { code_type: 1 }) })
    const there = await file(server, account, { inviter_code: theirs })
    expect(there.relation_id).not.toBe(here.relation_id)
    const found = await readFiled(network, { info_type: 1, relation_id: there.relation_id })
    expect(found).toMatchObject({ total_count: 0, inviter_list: [] })
    const seen = await readFiled(
      { ...network, session: second },
      { info_type: 1, relation_id: there.relation_id },
    )
    const mine = await one({ info_type: 1, relation_id: here.relation_id })
    expect(seen.inviter_list[0].rtag).not.toBe(mine.rtag)
    const own = await file(server, second, { inviter_code: await inviteCode(network, { code_type: 1 }) })
    expect(own.desc).toBe('绑定成功')
  })

  test.each([
    ['an unknown code', { inviter_code: 'AAAAAAAAAAAAAA' }, 'isv.invalid-parameter:inviter_code'],
    ['info_type 3', { info_type: 3 }, '30501'],
    ['info_type 2 with a code for channels', { info_type: 2 }, '30501'],
  ])('%s is refused', async (_name, params, sub_code) => {
    const account = await createAccount(network.server, '没填对')
    const inviter_code = await inviteCode(network, { code_type: 1 })
    const error = await file(network.server, account, { inviter_code, ...params })
    expect(error).toMatchObject({ code: 15, sub_code })
  })

  test('an account without a role may file, and nothing else', async () => {
    const account = await createAccount(network.server, '普通账号')
    const answer = await network.server.call(
      'taobao.tbk.sc.invitecode.get',
      { relation_app: 'common', code_type: 1 },
      { session: account },
    )
    expect(answer.error_response).toMatchObject({ code: 15, sub_code: '1', sub_msg: '授权用户未入驻！' })
  })
})

describe('an offline channel', () => {
  const fileOffline = async (scene: string, info: unknown) => {
    const account = await createAccount(network.server, '线下店主')
    const inviter_code = await inviteCode(network, { code_type: 1, relation_app: scene })
    const register_info = typeof info === 'string' ? info : JSON.stringify(info)
    return file(network.server, account, { inviter_code, register_info })
  }

  test('registers, sealed at rest, read by its publisher', async () => {
    const { relation_id } = await fileOffline('offlineShop', register)
    const seen = await one({ info_type: 1, relation_app: 'offlineShop', relation_id })
    expect(seen.offline_info).toEqual({
      shop_name: '街角便利店',
      shop_type: '社区店',
      phone_number: '13800138000',
      detail_address: '文一西路1号',
      location: '浙江省 杭州市 西湖区',
      shop_certify_type: '营业执照',
      career: '个人 快递员',
    })
    const row = await network.server.db
      .selectFrom('channels')
      .select('register_info_sealed')
      .where('id', '=', BigInt(relation_id))
      .executeTakeFirstOrThrow()
    expect(row.register_info_sealed?.includes('13800138000')).toBe(false)
    expect((await readFiled(network, { info_type: 1, relation_id })).total_count).toBe(0)
  })

  test.each([
    ['offlineShop', undefined, [40, 'register_info']],
    ['offlineShop', '{', [41, 'register_info']],
    ['offlineShop', [register], [41, 'register_info']],
    ['offlineShop', { ...register, shopName: '' }, [40, 'register_info.shopName']],
    ['offlinePerson', { ...register, career: undefined }, [40, 'register_info.career']],
    ['offlinePerson', { ...register, phoneNumber: 138 }, [41, 'register_info.phoneNumber']],
    ['offlinePerson', { ...register, city: '城'.repeat(201) }, [41, 'register_info.city']],
    ['common', { province: '浙江省' }, [40, 'register_info.phoneNumber']],
  ])('%s with %j: %j', async (scene, info, [code, path]) => {
    const error = await fileOffline(scene, info)
    expect(error).toMatchObject({ code, msg: expect.stringMatching(new RegExp(`:${path}$`)) })
  })
})

describe('reading filings', () => {
  test('pages count from 0, and no filing is told twice', async () => {
    const inviter_code = await inviteCode(network, { code_type: 1, relation_app: 'minietao' })
    const ids: number[] = []
    for (const name of ['甲', '乙', '丙', '丁', '戊']) {
      const filed = await file(network.server, await createAccount(network.server, name), { inviter_code })
      ids.push(filed.relation_id)
    }
    const page = async (page_no: number | undefined) => {
      const read = await readFiled(network, { info_type: 1, relation_app: 'minietao', page_no, page_size: 2 })
      expect(read.total_count).toBe(5)
      return read.inviter_list.map((channel: Wire) => channel.relation_id)
    }
    expect(await page(undefined)).toEqual(ids.slice(0, 2))
    expect([await page(0), await page(1), await page(2), await page(3)]).toEqual([
      ids.slice(0, 2),
      ids.slice(2, 4),
      ids.slice(4),
      [],
    ])
  })

  test('members are listed whatever their scene; marks and ids that are none find none', async () => {
    const account = await createAccount(network.server, '一淘会员')
    const inviter_code = await inviteCode(network, { code_type: 3, relation_app: 'etao' })
    const { special_id } = await file(network.server, account, { inviter_code })
    expect(await one({ info_type: 2, special_id })).toMatchObject({ relation_app: 'etao', special_id })
    const none = { total_count: 0, inviter_list: [] }
    expect(await readFiled(network, { info_type: 2, special_id: 'none' })).toMatchObject(none)
    expect(await readFiled(network, { info_type: 2, special_id, external_id: 'wx-1' })).toMatchObject(none)
    expect(await readFiled(network, { info_type: 1, relation_id: special_id })).toMatchObject(none)
    expect(await readFiled(network, { info_type: 3 })).toMatchObject({ code: 15, sub_code: '30501' })
  })

  test('PIDs of the publisher’s own channel media', async () => {
    const { server, record } = network
    const before = await readFiled(network, { info_type: 1, relation_id: record.relationId })
    expect(before.inviter_list[0].root_pid).toBeUndefined()
    const member_id = BigInt(record.publisherId)
    const created_at = new Date()
    const { id: site_id } = await server.db
      .insertInto('sites')
      .values({
        member_id,
        kind: 'channel',
        name: '线下渠道',
        address: 'offline',
        category: '导购',
        status: 'approved',
        created_at,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const created = await server.call('taobao.tbk.adzone.create', { site_id, adzone_name: '渠道位' })
    const pid = created.tbk_adzone_create_response.data.model
    const after = await readFiled(network, { info_type: 1, relation_id: record.relationId })
    expect(after.root_pid_channel_list).toEqual({ string: [pid] })
    expect(after.inviter_list[0].root_pid).toBe(pid)
  })
})

// The last: the clock of this network only moves forward.
test('a code ends after 30 days, and long before that another is told', async () => {
  const { ctx } = network.server
  const first = await inviteCode(network, { code_type: 1 })
  ctx.clock.aheadMs += 16 * DAY_MS
  const second = await inviteCode(network, { code_type: 1 })
  expect(second).not.toBe(first)
  const session = await createAccount(network.server, '来晚了')
  await network.server.db
    .updateTable('sessions')
    .set({ expires_at: new Date(Date.now() + 365 * DAY_MS) })
    .execute()
  ctx.clock.aheadMs += 15 * DAY_MS
  const late = await file(network.server, session, { inviter_code: first })
  expect(late).toMatchObject({ code: 15, sub_code: 'isv.invalid-parameter:inviter_code' })
  const filed = await file(network.server, session, { inviter_code: second })
  expect(filed.desc).toBe('绑定成功')
  ctx.clock.aheadMs += 31 * DAY_MS
  const third = await inviteCode(network, { code_type: 1 })
  const left = await network.server.db
    .selectFrom('invite_codes')
    .select('code')
    .where('member_id', '=', BigInt(network.record.publisherId))
    .execute()
  expect(left).toEqual([{ code: third }])
})
