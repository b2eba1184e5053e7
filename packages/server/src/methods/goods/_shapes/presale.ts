import { number, object, string, unfilled } from '@opentbk/top'

/** 预售: documented on every item answer, but this network sells nothing in advance. */
export const NO_PRESALE = 'no presale goods in this network'

const fields = {
  presale_start_time: number({ example: 1567440000000 }),
  presale_end_time: number({ example: 1567440000000 }),
  presale_tail_start_time: number({ example: 1567440000000 }),
  presale_tail_end_time: number({ example: 1567440000000 }),
  presale_deposit: string({ example: '100' }),
  presale_discount_fee_text: string({ example: '付定金立减5元' }),
}

export const presaleInfo = unfilled(object('PresaleInfo', fields), NO_PRESALE)

/** The same directly on an item, as the older answers have it. */
export const flatPresale = {
  presale_start_time: unfilled(fields.presale_start_time, NO_PRESALE),
  presale_end_time: unfilled(fields.presale_end_time, NO_PRESALE),
  presale_tail_start_time: unfilled(fields.presale_tail_start_time, NO_PRESALE),
  presale_tail_end_time: unfilled(fields.presale_tail_end_time, NO_PRESALE),
  presale_deposit: unfilled(fields.presale_deposit, NO_PRESALE),
  presale_discount_fee_text: unfilled(fields.presale_discount_fee_text, NO_PRESALE),
}
