import { list, long, number, object, string } from '@opentbk/top'
import { listMaterials } from '../../domain/goods/index.ts'
import { method } from '../define.ts'

const GOODS = 1
const RIGHTS = 2

export const optimusTouMaterialIdsGet = method({
  name: 'taobao.tbk.optimus.tou.material.ids.get',
  title: '淘宝客-推广者-物料id列表查询',
  session: 'none',
  module: 'goods',
  permission: 'basic',
  confidence: 'sdk',
  request: {
    material_query: object('MaterialQuery', {
      subject: number({
        min: 1,
        max: 5,
        default: 1,
        note: '1 sales events, 2 topics, 3 lists of the best, 4 branches of trade, 5 others',
      }),
      material_type: number({ values: [GOODS, RIGHTS], default: GOODS, note: '1 goods, 2 rights' }),
      page_no: number({ min: 1, max: 100, default: 1 }),
      page_size: number({ min: 1, max: 100, default: 20 }),
    }),
  },
  response: {
    data: list(
      object('TouMaterials', {
        material_name: string(),
        material_id: long(),
        material_type: number({ note: '1 goods, 2 rights', example: 1 }),
        subject: number({ example: 1 }),
        start_time: number({ note: 'milliseconds' }),
        end_time: number({ note: 'milliseconds' }),
      }),
    ),
    total_count: number({ note: 'how many there are of this subject and type' }),
    result_msg: string({ note: 'always 查询成功: what goes wrong is said by the error answer' }),
  },

  async handle(ctx, input) {
    const query = input.material_query
    const { total, materials } = await listMaterials(ctx, {
      kind: query?.material_type === RIGHTS ? 'rights' : 'goods',
      subject: query?.subject ?? 1,
      pageNo: query?.page_no ?? 1,
      pageSize: query?.page_size ?? 20,
    })
    const data = materials.map((material) => ({
      material_name: material.name,
      material_id: material.id,
      material_type: material.kind === 'goods' ? GOODS : RIGHTS,
      subject: material.subject,
      start_time: material.startsAt.getTime(),
      end_time: material.endsAt.getTime(),
    }))
    return { data, total_count: total, result_msg: '查询成功' }
  },
})
