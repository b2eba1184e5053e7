import { long, missingArgument, number, object, string } from '@opentbk/top'
import { checkChannel, createInviteCode, relationApps } from '../../domain/publishers/index.ts'
import { method } from '../define.ts'

const BY_CHANNEL = 2
const MEMBER = 3

export const scInvitecodeGet = method({
  name: 'taobao.tbk.sc.invitecode.get',
  title: '淘宝客-公用-私域用户邀请码生成',
  session: 'required',
  permission: 'publisher',
  note: 'A code lives 30 days and may be used by many; the same request within 15 days answers the same code.',
  request: {
    relation_id: long({
      min: 1n,
      note: 'the own channel that invites; required for code_type 2',
      example: '11',
    }),
    relation_app: string({
      required: true,
      values: relationApps,
      note: 'common; etao, minietao: deal apps; offlineShop, offlinePerson: offline, with register_info',
      example: 'common',
    }),
    code_type: number({
      required: true,
      values: [1, 2, 3],
      note: '1 invites channels, 2 channels of a channel, 3 members',
      example: '1',
    }),
  },
  response: {
    data: object('Data', { inviter_code: string({ example: 'K7QWN2RXAB3DZM' }) }),
  },
  refusals: { 'relation.unknown': true },

  async handle(ctx, { relation_id, relation_app, code_type }) {
    if (code_type === BY_CHANNEL && relation_id === undefined) throw missingArgument('relation_id')
    const inviter_code = await createInviteCode(ctx, {
      kind: code_type === MEMBER ? 'special' : 'relation',
      relationApp: relation_app,
      parentId: await checkChannel(ctx, 'relation', relation_id?.toString()),
    })
    return { data: { inviter_code } }
  },
})
