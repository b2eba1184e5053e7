import { long, number, object, string, unfilled } from '@opentbk/top'

const NO_CHANNELS = 'leaders have no channels here'

/** An order of a campaign as its recruiting leader reads it. Amounts are yuan, rates are percent. */
export const campaignOrder = object('CpPublisherOrderDTO', {
  tk_paid_time: string({ example: '2020-03-25 23:49:31' }),
  event_id: long({ note: 'the campaign', example: '7500393' }),
  tk_deposit_time: string({ example: '--' }),
  tk_service_rate: string({ example: '6.00' }),
  pre_service_fee: string({ note: 'promised by the payment', example: '0.60' }),
  service_fee: string({ note: 'of what was kept after receipt', example: '0.60' }),
  alipay_total_price: string({ example: '11.22' }),
  pay_price: string({ example: '11.22' }),
  deposit_price: unfilled(string(), 'no presale here'),
  tb_paid_time: string({ example: '2020-03-25 23:49:30' }),
  tb_deposit_time: string({ example: '--' }),
  tk_create_time: string({ example: '2020-03-25 23:49:31' }),
  tk_earning_time: string({ note: '-- until it is settled', example: '--' }),
  modified_time: string({ example: '2020-03-25 23:49:31' }),
  click_time: string({ example: '2020-03-25 23:40:12' }),
  tk_status: number({ example: '12' }),
  trade_parent_id: string({ note: 'several rows may have the same', example: '300000000000000001' }),
  item_id: string(),
  item_title: string(),
  item_num: number({ example: '1' }),
  item_price: string({ example: '11.22' }),
  seller_nick: string(),
  seller_shop_title: string(),
  marketing_type: unfilled(string(), 'no marketing programmes here'),
  cp_channel_id: unfilled(string(), NO_CHANNELS),
  cp_channel_name: unfilled(string(), NO_CHANNELS),
  pub_id: string({ note: 'who promoted it', example: '100000001' }),
  pub_nick_name: string(),
})
