import { list, long, object, string, unfilled } from '@opentbk/top'
import type { Item, Sku } from '../../../domain/goods/index.ts'

const NO_NUMBERS = 'properties are texts, without numbers'

const propertyFields = {
  property_text: string({ example: '颜色分类' }),
  property_id: unfilled(long({ example: 1627207 }), NO_NUMBERS),
  value_text: string({ example: '藏青色' }),
  value_id: unfilled(long({ example: 28866 }), NO_NUMBERS),
}

/** What both detailed answers say of an item in lists. */
export const detailLists = {
  property_image_list: unfilled(
    list(object('TbkItemDetailPropImg', { image_url: string(), properties: string() })),
    'variants have no pictures of their own',
  ),
  property_list: list(object('TbkItemDetailProp', propertyFields), { note: 'the brand' }),
}

export function propertiesOf({ brandName }: Item) {
  return brandName === undefined ? undefined : [{ property_text: '品牌', value_text: brandName }]
}

/** A variant: what it is, how many there are, its number. */
export const skuFields = {
  property_list: list(
    object('TbkItemDetailSkuProp', {
      ...propertyFields,
      value_alias_text: unfilled(string({ example: '藏青色' }), NO_NUMBERS),
    }),
    { note: 'one property, the name of the variant' },
  ),
  quantity: string({ example: '6' }),
  sku_id: long({ example: 4112264076 }),
}

export function describeSku(sku: Sku) {
  return {
    property_list: [{ property_text: '规格', value_text: sku.name }],
    quantity: String(sku.stock),
    sku_id: sku.id,
  }
}
