import { formatGmt8, formatYuan } from '@opentbk/top'
import { type Coupon, couponTerms, type Item } from '../domain/goods/index.ts'
import { html, type Markup } from '../pages/html.ts'
import type { Page } from '../pages/page.ts'
import { both, demoNote, pictureOf, shopNav, yuan } from './layout.ts'
import { eventId, isSettled, outerOrderId } from './order-event.ts'
import type { Order, OrderEvent } from './order-rows.ts'
import { openSteps, refundableFen, type Step } from './rules.ts'
import { answerText, eventText, stateText } from './words.ts'

const MINUTE_MS = 60_000
const HINT_WINDOW_MS = 120 * MINUTE_MS

export type OrderView = {
  order: Order
  item: Item
  coupon: Coupon | undefined
  events: readonly OrderEvent[]
}

export function orderPage(view: OrderView): Page {
  const { order, item } = view
  return {
    title: `订单 Order ${outerOrderId(order)}`,
    body: html`${shopNav(item.shop)}
<h1>${both(['订单', 'Order'])} ${outerOrderId(order)}
<span class="tag" id="state">${both(stateText[order.state])}</span></h1>
${details(view)}
${waitingNote(view)}
${stepForms(view)}
${eventLog(view)}
${hint(order)}
${demoNote}`,
  }
}

function details({ order, item, coupon }: OrderView): Markup {
  const sku = item.skus.find(({ id }) => id === order.skuId)
  const rows: [label: Markup, value: Markup | string][] = [
    [
      both(['商品', 'Item']),
      html`<a href="/shop/items/${item.id}">${item.title}</a>${sku && html`<br>${sku.name}`}`,
    ],
    [both(['单价 × 数量', 'Price × quantity']), `${yuan(order.priceFen)} × ${order.quantity}`],
  ]
  if (coupon) rows.push([both(['优惠券', 'Coupon']), `${couponTerms(coupon)}: −${yuan(coupon.faceFen)}`])
  rows.push([
    both(['应付（不含运费）', 'To pay, without postage']),
    html`<strong>${yuan(order.paidFen)}</strong>`,
  ])
  if (order.refundedFen > 0n) rows.push([both(['已退款', 'Refunded']), yuan(order.refundedFen)])
  if (order.openRefund) rows.push([both(['退款处理中', 'Refund asked for']), yuan(order.openRefund.fen)])
  rows.push([both(['买家', 'Buyer']), order.buyerId])
  rows.push([both(['点击标识', 'Click id']), html`<code>${order.clickId ?? '—'}</code>`])
  return html`<img src="${pictureOf(item.id)}" width="120" height="120" alt="">
<table>${rows.map(([label, value]) => html`<tr><th>${label}</th><td>${value}</td></tr>`)}</table>`
}

/** Says plainly that the network does not have the last event, and offers to send it again. */
function waitingNote({ order, events }: OrderView): Markup | undefined {
  const last = events.at(-1)
  if (!last || isSettled(last)) return undefined
  const said =
    last.answer === 'refused'
      ? both(['联盟拒绝了这一步的上报', 'The network refused the report of this step'])
      : both(['这一步还没有上报成功', 'This step has not reached the network'])
  return html`<div class="problem" id="waiting"><p><strong>${both(eventText[last.type])}</strong>: ${said}${
    last.reason && html` — ${last.reason}`
  }</p>${stepForm(order, 'send', html`<button>${both(['重新发送', 'Send again'])}</button>`)}</div>`
}

function stepForms({ order, events }: OrderView): Markup | undefined {
  const last = events.at(-1)
  // After a refusal another step may be taken; what may have arrived has to be cleared up first.
  if (last && !isSettled(last) && last.answer !== 'refused') return undefined
  const steps = openSteps(order)
  if (steps.length === 0) return undefined
  return html`<h2>${both(['操作', 'Steps'])}</h2>${steps.map((step) => stepForm(order, step, controls(order, step)))}`
}

function controls(order: Order, step: Step): Markup {
  const label = buttons[step]
  if (step !== 'refund')
    return html`<button${label.plain && html` class="plain"`}>${both(label.text)}</button>`
  return html`<label><span>${both(['退款金额（元）', 'Amount in yuan'])}</span>
<input name="amount" inputmode="decimal" value="${formatYuan(refundableFen(order))}" maxlength="15"></label>
<button class="plain">${both(label.text)}</button>`
}

const buttons: Readonly<Record<Step, { text: readonly [string, string]; plain?: boolean }>> = {
  pay: { text: ['付款', 'Pay'] },
  receive: { text: ['确认收货', 'Receive'] },
  close: { text: ['取消订单', 'Cancel'], plain: true },
  refund: { text: ['申请退款', 'Ask for a refund'], plain: true },
  'refund-approve': { text: ['商家：同意退款', 'Merchant: approve the refund'] },
  'refund-reject': { text: ['商家：拒绝退款', 'Merchant: reject the refund'], plain: true },
}

function stepForm(order: Order, step: Step | 'send', inside: Markup): Markup {
  return html`<form method="post" action="/shop/orders/${order.accessKey}/${step}">${inside}</form>
`
}

function eventLog({ order, events }: OrderView): Markup {
  return html`<h2>${both(['上报给联盟的事件', 'Events reported to the network'])}</h2>
<p class="note"><code>POST /ingest/v1/orders</code></p>
${events.map(
  (event) => html`<details class="event"><summary>${both(eventText[event.type])} · ${formatGmt8(event.at)} ·
<strong>${both(answerText[event.answer ?? 'waiting'])}</strong>${event.reason && html` — ${event.reason}`}</summary>
<p class="note"><code>${eventId(order, event)}</code></p><pre>${indented(event.body)}</pre></details>
`,
)}`
}

function indented(body: string): string {
  return JSON.stringify(JSON.parse(body), null, 2)
}

/** How a promoter finds this order: a newcomer's next call. */
function hint(order: Order): Markup {
  const start = formatGmt8(new Date(order.createdAt.getTime() - MINUTE_MS))
  const end = formatGmt8(new Date(order.createdAt.getTime() + HINT_WINDOW_MS))
  return html`<h2>${both(['推广者如何查到它', 'How its promoter finds it'])}</h2>
<pre>method: taobao.tbk.order.details.get
query_type: 1
start_time: ${start}
end_time: ${end}</pre>
<p class="note">query_type 1 按下单、2 按付款、3 按结算、4 按更新时间查询；每次最多3小时。没有推广点击的订单不会出现。
<span lang="en">1 asks by creation, 2 payment, 3 settlement, 4 last change; at most 3 hours a call. An order without
a promoter's click does not appear.</span></p>`
}
