import { list, long, number, object, Refusal, string } from '@opentbk/top'
import type { CallContext } from '../../context.ts'
import { encodeItemId, findItems, readItemIds, type Target } from '../../domain/goods/index.ts'
import { type ConvertFor, type ConvertOptions, convertItem, LONG_ONLY } from '../../domain/links/index.ts'
import { getOwnAdzone } from '../../domain/publishers/index.ts'
import { readFieldNames } from '../_shapes/read-field-names.ts'
import { method } from '../define.ts'
import { checkPlatform, checkUnid } from './_shapes/old-params.ts'

export const itemConvert = method({
  name: 'taobao.tbk.item.convert',
  title: '淘宝客-推广者-商品链接转换',
  session: 'none',
  permission: 'link',
  request: {
    adzone_id: long({ required: true, min: 1n, note: 'third part of a PID', example: '123' }),
    fields: list(string(), {
      required: true,
      docType: 'String',
      note: 'num_iid, click_url; input_num_iid is always there',
      example: 'num_iid,click_url',
    }),
    num_iids: list(string(), {
      required: true,
      maxItems: 40,
      docType: 'String',
      note: 'item ids (A-B), comma-joined; what cannot be read or promoted is left out',
    }),
    platform: number({ default: 1, note: '1 PC, 2 wireless: one link serves both', example: '1' }),
    unid: string({ note: 'at most 12 letters and digits, carried by the link', example: 'demo' }),
    dx: string({ note: '1: the general plan; otherwise the best open plan', example: '1' }),
  },
  response: {
    results: list(
      object('NTbkItem', {
        click_url: string({ note: 'the promotion link' }),
        num_iid: string({ note: "this promoter's own id of the item" }),
        input_num_iid: string({ note: 'the id as it was sent' }),
      }),
    ),
  },
  refusals: {
    'adzone.unknown': { subCode: 'isv.invalid-parameter:adzone_id', subMsg: 'adzone_id不正确' },
    'platform.bad': true,
    'unid.bad': true,
    'item.bad-id': true,
  },

  async handle(ctx, input) {
    checkPlatform(input.platform)
    const externalId = checkUnid(input.unid)
    const wanted = readFieldNames(input.fields, ['num_iid', 'click_url'])
    const adzone = await getOwnAdzone(ctx, { adzoneId: input.adzone_id })
    const ids = await readItemIds(ctx, input.num_iids)
    const items = await findItems(ctx, [...new Set(ids.values())])
    const how = { adzone, externalId, generalOnly: input.dx === '1', wants: LONG_ONLY }
    const results = await Promise.all(
      [...ids].map(async ([text, id]) => {
        const item = items.get(id)
        const url = item && (await clickUrl(ctx, { kind: 'item', item }, how))
        if (url === undefined) return []
        return {
          click_url: wanted.has('click_url') ? url : undefined,
          num_iid: wanted.has('num_iid') ? encodeItemId(ctx.keys, id, ctx.promoterId) : undefined,
          input_num_iid: text,
        }
      }),
    )
    return { results: results.flat() }
  },
})

/** The link to an item; none while it is off the shelf or not promoted. */
async function clickUrl(
  ctx: CallContext,
  target: Extract<Target, { kind: 'item' }>,
  how: ConvertFor & ConvertOptions,
): Promise<string | undefined> {
  try {
    return (await convertItem(ctx, target, how)).cps.long
  } catch (error) {
    const leftOut = error instanceof Refusal && notPromotable.has(error.refusal)
    if (!leftOut) throw error
    return undefined
  }
}

const notPromotable: ReadonlySet<string> = new Set(['item.off-shelf', 'item.not-promoted'])
