import { formatGmt8, formatRate, formatYuan, list, number, object, string, unfilled } from '@opentbk/top'
import type { PublishedMaterial } from '../../../domain/content/index.ts'
import type { Item, Offer } from '../../../domain/goods/index.ts'

const ITEM = '1'
const REALTIME = '1'
const PREVIEW = '2'
const PICTURE = '3002'
const TEXT = '3004'
const pictureKinds = { white: '4', other: '5' } as const
const textKinds = { general: '1', sellingPoint: '2', sales: '3', discount: '5' } as const

const selectedMaterial = object('GroupSelectedMaterial', {
  type: string({ note: '3002 a picture, 3004 a text', example: '3002' }),
  content: string({ note: 'the address of the picture, or the text', example: '/' }),
  seg_type: string({
    note: 'pictures: 4 white ground, 5 other; texts: 1 general, 2 selling point, 3 sales talk, 5 discounts',
    example: '1',
  }),
})

/** One 爆料 of content.material. */
export const publishedMaterial = object('MapData', {
  item_id: string({ note: "this promoter's own id of the item" }),
  material_price: string({ note: 'yuan, the price told of', example: '46.78' }),
  material_desc_list: list(string(), {
    note: 'the texts uploaded, then one made of title, price, discounts',
  }),
  material_pic_list: list(string(), { note: "the pictures uploaded, then the item's own" }),
  material_author: string({ note: 'the promoter who uploaded it', example: '每日好物发现官' }),
  material_tag: string({ note: "the reviewer's, else the level-one category", example: '母婴好物' }),
  shop_title: string({ example: '苹果官方旗舰店' }),
  month_sell_count: string({ note: 'pieces in 30 days', example: '100' }),
  material_time: string({
    note: 'when it was first approved: what start_time and end_time look at',
    example: '2015-01-01 12:00:00',
  }),
  input_item_id: string({ note: 'the id of item_ids that named the item; only with item_ids' }),
  material_id: string({ example: '123' }),
  material_type: string({ note: '1: an item', example: '1' }),
  pre_commission_rate: string({
    note: 'previews: per cent of the best plan open to this promoter when the price begins',
    example: '10.01',
  }),
  content_type: string({ note: '1 the price has begun, 2 a preview', example: '1' }),
  use_scene: string({ note: 'where it may be used, comma-joined, as in the request', example: '3,5' }),
  modified_time: string({ note: 'of the last review', example: '2015-02-01 12:00:00' }),
  coupon_url: list(string(), { note: "this promoter's link to item and coupon, when a coupon is open" }),
  discount_need_item_count: number({ note: 'pieces to buy for the price', example: '3' }),
  add_on_item_ids: unfilled(list(string()), 'a price is told of one item alone'),
  price_start_time: string({ note: 'absent: has begun', example: '2015-01-01 12:00:00' }),
  price_end_time: string({ example: '2015-02-01 12:00:00' }),
  preview_pic_list: list(string(), { note: 'the first picture' }),
  title: string({ note: "the reviewer's, else the item's", example: '立白洗衣液9.9元500ml' }),
  origin_time: string({ note: 'when it was uploaded', example: '2015-01-01 12:00:00' }),
  professional_tag_list: unfilled(list(string()), 'none of the official programmes in this network'),
  price_tag_list: unfilled(list(string()), 'prices are not compared over time'),
  publisher_avatar: unfilled(string(), 'members have no pictures'),
  publisher_nickname: string({ note: 'as material_author', example: '张三' }),
  selling_point: string({ note: "the reviewer's, else the item's subtitle", example: '除菌消毒,清洁力超强' }),
  price_structure: string({ note: "the reviewer's", example: '买两件打5折' }),
  content_tag: list(string(), { note: "the reviewer's" }),
  promotion_infos: list(string(), {
    note: 'what is open on the item now, for this promoter',
    example: '官方立减10% 直降10元',
  }),
  recommend_reason: string({ note: "the reviewer's", example: '全网爆款,大牌保障,近x天最低价' }),
  group_basic_material: string({ note: 'one text of title, price, discounts' }),
  group_selected_material: list(selectedMaterial, {
    note: 'all texts, then all pictures, each with its kind',
  }),
  generate_from_mgc: number({ note: '0: promoters upload it, nothing is generated', example: '0' }),
})

export type Around = {
  item: Item
  /** Undefined where nobody may promote the item now. */
  offer: Offer | undefined
  /** The price is still to begin. */
  isPreview: boolean
  previewRateBp: number | undefined
}

/** All that a material says of itself and its item; ids and links are the caller's. */
export function describeMaterial(material: PublishedMaterial, around: Around) {
  const { item, offer, isPreview, previewRateBp } = around
  const title = material.title ?? item.title
  const price = formatYuan(material.priceFen)
  const discounts = (offer?.path ?? []).map((step) => `${step.title} ${step.description}`)
  const basic = [title, `爆料价${price}元${piecesOf(material)}`, ...discounts].join('\n')
  const pictures = [...material.pictures, item.pictUrl]
  return {
    material_price: price,
    material_desc_list: [...material.texts, basic],
    material_pic_list: pictures,
    material_author: material.authorName,
    material_tag: material.tag ?? item.topCategory.name,
    shop_title: item.shop.title,
    month_sell_count: String(item.volume),
    material_time: formatGmt8(material.publishedAt),
    material_id: String(material.id),
    material_type: ITEM,
    pre_commission_rate: previewRateBp === undefined ? undefined : formatRate(previewRateBp),
    content_type: isPreview ? PREVIEW : REALTIME,
    use_scene: material.useScenes.join(','),
    modified_time: formatGmt8(material.modifiedAt),
    discount_need_item_count: material.needItemCount,
    price_start_time: material.priceStartsAt && formatGmt8(material.priceStartsAt),
    price_end_time: material.priceEndsAt && formatGmt8(material.priceEndsAt),
    preview_pic_list: pictures.slice(0, 1),
    title,
    origin_time: formatGmt8(material.uploadedAt),
    publisher_nickname: material.authorName,
    selling_point: material.sellingPoint ?? item.subTitle,
    price_structure: material.priceStructure,
    content_tag: orNone(material.contentTags),
    promotion_infos: orNone(discounts),
    recommend_reason: material.recommendReason,
    group_basic_material: basic,
    group_selected_material: selectedOf(material, { item, basic, discounts }),
    generate_from_mgc: 0,
  }
}

function piecesOf({ needItemCount }: PublishedMaterial): string {
  return needItemCount > 1 ? `（需购${needItemCount}件）` : ''
}

function selectedOf(
  material: PublishedMaterial,
  also: { item: Item; basic: string; discounts: readonly string[] },
) {
  const text = (kind: string) => (content: string) => ({ type: TEXT, content, seg_type: kind })
  const picture = (kind: string) => (content: string) => ({ type: PICTURE, content, seg_type: kind })
  const { item } = also
  return [
    ...[...material.texts, also.basic].map(text(textKinds.general)),
    ...given(material.sellingPoint ?? item.subTitle).map(text(textKinds.sellingPoint)),
    ...given(material.recommendReason).map(text(textKinds.sales)),
    ...also.discounts.map(text(textKinds.discount)),
    ...[...material.pictures, item.pictUrl].map(picture(pictureKinds.other)),
    ...given(item.whiteImage).map(picture(pictureKinds.white)),
  ]
}

function given(text: string | undefined): string[] {
  return text === undefined ? [] : [text]
}

function orNone<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length === 0 ? undefined : items
}
