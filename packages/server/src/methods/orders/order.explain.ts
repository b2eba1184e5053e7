import { boolean, date, list, long, number, object, price, string } from '@opentbk/top'
import { explainOrder } from '../../domain/orders/index.ts'
import { method } from '../define.ts'
import { writeExplanation } from './_shapes/write-explanation.ts'

const rate = string({ example: '12.34', note: 'per cent' })

const ownPart = {
  total_commission_fee: price({
    example: '12.33',
    note: 'base × commission rate, rounded down to the fen; of all parties',
  }),
  commission_fee: price({
    example: '12.33',
    note: "one's own part: a third party has its share of the total, rounded down to the fen, the promoter the rest",
  }),
  service_fee: price({ example: '1.23', note: "one's own part × service fee rate, rounded down to the fen" }),
  payable_fee: price({ example: '11.10', note: "one's own part − service fee" }),
}

const commissionPart = object('CommissionPart', { base_fee: price({ example: '99.99' }), ...ownPart })

export const orderExplain = method({
  name: 'opentbk.order.explain',
  title: '订单归因与佣金说明',
  session: 'none',
  permission: 'order',
  confidence: 'own',
  note: 'A method of OpenTBK itself: no other TOP gateway knows it. Only for the promoter whose order it is, and for the third party of a shared link: each is told their own amounts.',
  request: {
    trade_id: long({
      required: true,
      min: 1n,
      note: 'the number that order.details.get answers as trade_id, not the shop’s own',
      example: '400000000000000001',
    }),
  },
  response: {
    data: object('OrderExplanation', {
      trade_id: string({ example: '400000000000000001' }),
      trade_parent_id: string({ example: '300000000000000001' }),
      tk_status: number({ note: '11 created, 12 paid, 13 closed, 14 received, 3 settled', example: '12' }),
      item_id: string(),
      item_num: number({ example: '1' }),
      attribution: object('OrderAttribution', {
        shopper_count: number({ note: 'shoppers who are known to be this buyer', example: '1' }),
        claims: list(
          object('ClaimedClick', {
            click_id: string({ note: 'as the shop sent it; left out where it may be another promoter’s' }),
            verdict: string({
              note: 'accepted, unknown, other_shop, too_old, later_than_the_order',
              example: 'accepted',
            }),
          }),
          { note: 'click ids that came with the order, and what became of each' },
        ),
        clicks: list(
          object('SeenClick', {
            click_id: string({ note: 'of one’s own clicks only' }),
            click_time: date(),
            is_own: boolean({ note: 'false: it came by another promoter’s link' }),
            is_same_item: boolean(),
            is_attributable: boolean(),
            reason: string({ note: 'why it is not attributable', example: 'bot' }),
            is_chosen: boolean(),
          }),
          {
            note: 'of the shopper in this shop, within 15 days before the order: the attributable on the item first, then the other attributable, then the rest; each newest first, at most 20',
          },
        ),
        rule: string({
          note: 'same_item: the last attributable click on the item; same_shop: on anything in the shop, general plan',
          example: 'same_item',
        }),
        click_id: string({ note: 'the click that was chosen' }),
        click_time: date(),
        site_id: long(),
        adzone_id: long(),
        relation_id: long(),
        special_id: long(),
      }),
      terms: object('OrderTerms', {
        plan_id: long(),
        plan_kind: string({ note: 'general, marketing, targeted, exclusive', example: 'marketing' }),
        plan_problem: string({
          note: 'why the click earns by no plan: plans_paused (the merchant owed more than allowed when it was made), no_plan',
          example: 'plans_paused',
        }),
        commission_rate: rate,
        service_fee_rate: string({ example: '10.00', note: 'per cent of the commission' }),
        tk_order_role: number({ note: '2 its promoter, 3 the third party of its link', example: '2' }),
        pub_share_rate: string({ note: "per cent of the commission that are one's own", example: '70.00' }),
        second_pub_id: long({ note: 'of a shared link: its promoter' }),
        third_pub_id: long({ note: 'of a shared link: who shares in it' }),
      }),
      amounts: object('OrderAmounts', {
        paid_fee: price({ example: '99.99' }),
        refunded_fee: price({ example: '0.00' }),
        estimated: commissionPart,
        due: commissionPart,
        booked: object('BookedPart', ownPart),
      }),
      settlement: object('OrderSettlement', {
        receive_time: date({ note: 'by the shop; absent until the order is received' }),
        due_time: date({ note: 'settled from then on, unless something holds it up' }),
        settle_time: date({ note: 'absent until it is settled' }),
        is_refunding: boolean({ note: 'true: an open refund holds it up' }),
        penalty: string({
          note: 'frozen: held back; taken: given back to the merchant; absent when none is in force',
          example: 'frozen',
        }),
      }),
      events: list(
        object('AcceptedEvent', {
          type: string({ example: 'paid' }),
          event_time: date({ note: 'when it happened, by the shop' }),
          accept_time: date({ note: 'when this network took it' }),
          paid_fee: price(),
          refund_id: string(),
          refund_fee: price(),
        }),
        { note: 'in the order in which they count, not in which they came; at most 200' },
      ),
      ledger_entries: list(
        object('OrderLedgerEntry', {
          cause: string({ example: 'order received' }),
          post_time: date(),
          is_partial: boolean({
            note: 'the entry also moved another member’s money: only one’s own lines are shown',
          }),
          lines: list(
            object('OrderLedgerLine', {
              account: string({
                note: 'of publishers: publisher_pending, publisher_available, publisher_frozen',
                example: 'publisher_pending',
              }),
              amount_fee: price({ example: '11.10', note: 'negative: out of the account' }),
            }),
          ),
        }),
        { note: 'what was booked for this order on one’s own accounts, oldest first' },
      ),
    }),
  },
  refusals: { 'order.unknown': true },

  async handle(ctx, { trade_id }) {
    return { data: writeExplanation(ctx, await explainOrder(ctx, trade_id)) }
  },
})
