import { long, number, object, string } from '@opentbk/top'
import { fileChannel } from '../../domain/publishers/index.ts'
import { method } from '../define.ts'

const repeated = { relation: '重复绑定渠道', special: '重复绑定粉丝' } as const

export const scPublisherInfoSave = method({
  name: 'taobao.tbk.sc.publisher.info.save',
  title: '淘宝客-公用-私域用户备案',
  session: 'required',
  permission: 'publisher',
  forMembers: true,
  note: 'The session is the channel’s or member’s own; the publisher is the one whose code it shows.',
  request: {
    relation_from: string({ maxLength: 64, note: 'where the invitation was found', example: '1' }),
    offline_scene: string({
      values: ['1', '2', '3', '4'],
      note: '1 shop, 2 school, 3 factory, 4 other',
      example: '1',
    }),
    online_scene: string({
      values: ['1', '2', '3'],
      note: '1 WeChat group, 2 QQ group, 3 other',
      example: '1',
    }),
    inviter_code: string({ required: true, maxLength: 64, example: 'xxx' }),
    info_type: number({
      required: true,
      note: '1: the code decides; 2: only as a member',
      example: '1',
    }),
    note: string({ maxLength: 100, note: "the publisher's own remark on it", example: '小蜜蜂' }),
    register_info: string({
      maxLength: 4096,
      note: 'JSON, required for offline codes: phoneNumber, province, city, location, detailAddress; for a person career; for a shop shopType, shopName, and shopCertifyType, certifyNumber if it has them',
    }),
  },
  response: {
    data: object('Data', {
      relation_id: long({ note: 'of a channel', example: '40232' }),
      account_name: string({ example: 'xxx' }),
      special_id: long({ note: 'of a member', example: '32304' }),
      desc: string({ note: '绑定成功, 重复绑定渠道 or 重复绑定粉丝', example: '绑定成功' }),
    }),
  },
  refusals: { 'filing.bad-type': true, 'invite.unknown': true },

  async handle(ctx, input) {
    const filed = await fileChannel(ctx, {
      inviterCode: input.inviter_code,
      infoType: input.info_type,
      relationFrom: input.relation_from,
      offlineScene: sceneNumber(input.offline_scene),
      onlineScene: sceneNumber(input.online_scene),
      note: input.note,
      registerInfo: input.register_info,
    })
    return {
      data: {
        relation_id: filed.kind === 'relation' ? filed.id : undefined,
        account_name: filed.accountName,
        special_id: filed.kind === 'special' ? filed.id : undefined,
        desc: filed.isNew ? '绑定成功' : repeated[filed.kind],
      },
    }
  },
})

function sceneNumber(scene: string | undefined): number | undefined {
  return scene === undefined ? undefined : Number(scene)
}
