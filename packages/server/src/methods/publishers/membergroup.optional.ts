import { date, list, long, missingArgument, object, string } from '@opentbk/top'
import type { CallContext } from '../../context.ts'
import { getMemberGroup, saveMemberGroup } from '../../domain/publishers/index.ts'
import { method } from '../define.ts'

export const scMembergroupOptional = method({
  name: 'taobao.tbk.sc.membergroup.optional',
  title: '淘宝客-服务商-member组查询&新增',
  session: 'none',
  permission: 'publisher',
  // Groups are the provider's, who need not be a publisher.
  forMembers: true,
  // Sent again, it makes another group.
  repeatable: false,
  note: 'Groups belong to the owner of the calling app: any app of theirs reads and changes them.',
  request: {
    member_group_id: long({
      min: 1n,
      note: 'alone: reads this group; with tb_num_ids: they become its members instead of those it had',
      example: '9200001',
    }),
    tb_num_ids: list(long({ min: 1n }), {
      minItems: 1,
      maxItems: 100,
      docType: 'String',
      note: 'publishers with a live authorisation to an app of the caller, comma-joined; alone: makes a new group of them',
      example: '100000001,100000002',
    }),
  },
  response: {
    data: object('MapData', {
      member_group_id: long({ example: '9200001' }),
      tb_num_ids: string({
        note: 'in ascending order, also those whose authorisation has ended since',
        example: '100000001,100000002',
      }),
      create_time: date(),
      update_time: date({ note: 'when its members last changed' }),
    }),
  },
  refusals: {
    'member-group.unknown': true,
    'member-group.not-authorised': true,
    'member-group.too-many': true,
  },

  async handle(ctx, { member_group_id: id, tb_num_ids: memberIds }) {
    const group = await readOrSave(ctx, { id, memberIds })
    return {
      data: {
        member_group_id: group.id,
        tb_num_ids: group.memberIds.join(','),
        create_time: group.createdAt,
        update_time: group.updatedAt,
      },
    }
  },
})

async function readOrSave(
  ctx: CallContext,
  { id, memberIds }: { id: bigint | undefined; memberIds: readonly bigint[] | undefined },
) {
  if (memberIds) return saveMemberGroup(ctx, { id, memberIds })
  if (id === undefined) throw missingArgument('member_group_id')
  return getMemberGroup(ctx, id)
}
