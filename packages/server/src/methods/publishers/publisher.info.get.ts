import { date, ignored, list, long, number, object, Refusal, string, unfilled } from '@opentbk/top'
import {
  type Channel,
  listChannelPids,
  listChannels,
  readChannelId,
  relationApps,
} from '../../domain/publishers/index.ts'
import { method } from '../define.ts'

const RELATIONS = 1
const SPECIALS = 2
const NO_MARK = 'a filing carries no mark of the promoter’s own'
const offlineScenes = ['门店', '学校', '工厂', '其他'] as const
const onlineScenes = ['微信群', 'QQ群', '其他'] as const

export const scPublisherInfoGet = method({
  name: 'taobao.tbk.sc.publisher.info.get',
  title: '淘宝客-公用-私域用户备案信息查询',
  session: 'required',
  permission: 'publisher',
  note: 'Pages count from 0, the first when page_no is left out; the oldest filing comes first.',
  request: {
    relation_id: long({ min: 1n, note: 'one channel; without effect on members', example: '2323' }),
    page_no: number({ default: 0, min: 0, max: 1_000_000, note: 'from 0', example: '0' }),
    page_size: number({ default: 10, min: 1, max: 100, example: '10' }),
    info_type: number({ required: true, note: '1 channels, 2 members', example: '1' }),
    relation_app: string({
      required: true,
      values: relationApps,
      note: 'channels filed in this scene; members are listed whatever theirs was',
      example: 'common',
    }),
    special_id: string({ maxLength: 20, note: 'one member; without effect on channels', example: '1212' }),
    external_id: string({ maxLength: 64, note: `finds none: ${NO_MARK}`, example: '12345' }),
    external_type: ignored(NO_MARK, { docType: 'Number' }),
  },
  response: {
    data: object('Data', {
      total_count: number({ example: '40' }),
      inviter_list: list(
        object('MapData', {
          relation_app: string({ example: 'common' }),
          create_date: date({ example: '2018-06-01 11:12:23' }),
          account_name: string({ note: 'channels: the account, shortened to its ends', example: 's**x' }),
          real_name: string({ note: 'channels: its name with the publisher', example: 'xxx' }),
          relation_id: long({ example: '40232' }),
          offline_scene: string({ note: 'channels: 门店, 学校, 工厂 or 其他', example: '门店' }),
          online_scene: string({ note: 'channels: 微信群, QQ群 or 其他', example: '微信群' }),
          note: string({ note: 'channels', example: '小蜜蜂' }),
          root_pid: string({
            note: "the first PID on the publisher's own medium of the kind channel; absent without one",
            example: 'mm_1_1_1',
          }),
          rtag: string({
            note: 'an opaque name of the account: the same on all its filings with this publisher',
            example: '123',
          }),
          offline_info: object('RegisterInfoDto', {
            shop_name: string({ example: '日用百货店' }),
            shop_type: string({ example: '生活服务类 电信营业厅' }),
            phone_number: string({ example: '1590000000' }),
            detail_address: string({ example: '**街道**号楼' }),
            location: string({ note: 'province, city, district', example: '内蒙古自治区 呼和浩特市' }),
            shop_certify_type: string({ example: '营业执照' }),
            certify_number: string({ example: '123445677' }),
            career: string({ example: '个人 快递员' }),
          }),
          special_id: long({ example: '12345' }),
          punish_status: string({ note: 'channels: 0 none, 1 punished', example: '1' }),
          external_id: unfilled(string({ example: '12345' }), NO_MARK),
          external_type: unfilled(string({ example: '1' }), NO_MARK),
        }),
      ),
      root_pid_channel_list: list(string(), {
        note: "PIDs on the publisher's own media of the kind channel, at most 100",
      }),
    }),
  },
  refusals: { 'filing.bad-type': true },

  async handle(ctx, input) {
    const { info_type } = input
    if (info_type !== RELATIONS && info_type !== SPECIALS) throw new Refusal('filing.bad-type')
    const pids = await listChannelPids(ctx)
    const wanted =
      info_type === RELATIONS
        ? { kind: 'relation' as const, relationApp: input.relation_app, id: input.relation_id }
        : { kind: 'special' as const, relationApp: undefined, id: readSpecialId(input.special_id) }
    if (wanted.id === 'none' || input.external_id !== undefined)
      return { data: { total_count: 0, inviter_list: [], root_pid_channel_list: pids } }
    const { totalCount, channels } = await listChannels(ctx, {
      ...wanted,
      id: wanted.id,
      pageNo: input.page_no,
      pageSize: input.page_size,
    })
    const inviter_list = channels.map((channel) => ({ ...writeChannel(channel), root_pid: pids[0] }))
    return { data: { total_count: totalCount, inviter_list, root_pid_channel_list: pids } }
  },
})

function readSpecialId(text: string | undefined): bigint | 'none' | undefined {
  return text === undefined ? undefined : (readChannelId(text) ?? 'none')
}

function writeChannel(channel: Channel) {
  const shared = { relation_app: channel.relationApp, create_date: channel.createdAt, rtag: channel.rtag }
  if (channel.kind === 'special') return { ...shared, special_id: channel.id }
  return {
    ...shared,
    account_name: channel.accountName,
    real_name: channel.name,
    relation_id: channel.id,
    offline_scene: offlineScenes[(channel.offlineScene ?? 0) - 1],
    online_scene: onlineScenes[(channel.onlineScene ?? 0) - 1],
    note: channel.note,
    offline_info: channel.registerInfo && writeRegisterInfo(channel.registerInfo),
    punish_status: String(channel.punishStatus),
  }
}

function writeRegisterInfo(info: NonNullable<Channel['registerInfo']>) {
  return {
    shop_name: info.shopName,
    shop_type: info.shopType,
    phone_number: info.phoneNumber,
    detail_address: info.detailAddress,
    location: [info.province, info.city, info.location].join(' '),
    shop_certify_type: info.shopCertifyType,
    certify_number: info.certifyNumber,
    career: info.career,
  }
}
