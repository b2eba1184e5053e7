import { list, object, string } from '@opentbk/top'
import type { CallContext } from '../../../context.ts'
import { encodeItemId } from '../../../domain/goods/index.ts'

/** Ids of items in another form. */
export const transformedIds = list(
  object('ItemIdTransformDTO', {
    original_item_id: string({ note: 'the id as it was sent', example: '12' }),
    item_id: string({ note: 'the whole id (A-B), as it is accepted now', example: 'cd1' }),
  }),
  { note: 'in the order sent; what cannot be read is left out when other ids can' },
)

/** The ids of items for one publisher, beside the texts they were asked for by. */
export function transformIds(ctx: CallContext, ids: ReadonlyMap<string, bigint>, memberId: bigint) {
  return [...ids].map(([text, id]) => ({
    original_item_id: text,
    item_id: encodeItemId(ctx.keys, id, memberId),
  }))
}
