import { couponTerms, type Item, openPromotionPrice } from '../domain/goods/index.ts'
import { html, type Markup } from '../pages/html.ts'
import type { Page } from '../pages/page.ts'
import { both, demoNote, pictureOf, shopNav, yuan } from './layout.ts'
import { type CouponProblem, paidFen, type ShopCoupon, unitPriceFen } from './rules.ts'
import { couponText } from './words.ts'

export type ItemView = {
  item: Item
  skuId: bigint | undefined
  /** The coupon that was asked for, and why it cannot be used if it cannot. */
  coupon: { coupon: ShopCoupon | undefined; problem: CouponProblem | undefined } | undefined
  clickId: string | undefined
  buyerId: string
  now: Date
}

export function itemPage(view: ItemView): Page {
  const { item } = view
  return {
    title: item.title,
    body: html`${shopNav(item.shop)}
<div class="hero">
<img src="${pictureOf(item.id)}" width="600" height="600" alt="${item.title}">
<div>
<h1>${item.title}</h1>
${prices(view)}
${couponLine(view)}
<p class="note">${item.shop.isTmall && html`<span class="tag">天猫 Tmall</span> `}${item.provcity} ·
${item.freeShipment ? both(['包邮', 'free shipping']) : html`${both(['运费', 'postage'])} ${yuan(item.postFeeFen)}`} ·
${both(['库存', 'in stock'])} ${item.stock} · ${both(['已售', 'sold'])} ${item.volume}</p>
${item.status === 'on' && item.stock > 0 ? buyForm(view) : soldOut}
${demoNote}
</div>
</div>`,
  }
}

const soldOut = html`<p class="problem">${both(['商品已下架或已售罄', 'Off the shelf or sold out'])}</p>`

function prices({ item, skuId, now }: ItemView): Markup {
  const sku = item.skus.find(({ id }) => id === skuId)
  const promotion = openPromotionPrice(item, now)
  const price = unitPriceFen(item, sku, now)
  return html`<p><span class="price">${yuan(price)}</span>
${item.reservePriceFen > price && html`<span class="was">${yuan(item.reservePriceFen)}</span>`}
${promotion !== undefined && html`<span class="tag">${item.promotionTitle ?? '促销 Promotion'}</span>`}</p>`
}

function couponLine({ item, skuId, coupon: asked, now }: ItemView): Markup | undefined {
  if (!asked) return undefined
  const { coupon, problem } = asked
  if (problem || !coupon) return html`<p class="problem">${both(couponText[problem ?? 'unknown'])}</p>`
  const sku = item.skus.find(({ id }) => id === skuId)
  const one = paidFen(unitPriceFen(item, sku, now), coupon)
  return html`<p><span class="tag">${both(['优惠券', 'Coupon'])} ${couponTerms(coupon)}</span>
${one.usesCoupon && html`${both(['券后', 'with coupon'])} <span class="price">${yuan(one.paidFen)}</span>`}</p>`
}

function buyForm({ item, skuId, coupon, clickId, buyerId, now }: ItemView): Markup {
  const usable = coupon && !coupon.problem ? coupon.coupon : undefined
  const isPromoted = openPromotionPrice(item, now) !== undefined
  return html`<form method="post" action="/shop/orders">
<input type="hidden" name="item_id" value="${item.id}">
${clickId !== undefined && html`<input type="hidden" name="click_id" value="${clickId}">`}
${usable && html`<input type="hidden" name="coupon" value="${usable.activityId}">`}
${
  item.skus.length > 0 &&
  html`<label><span>${both(['规格', 'Variant'])}</span>
<select name="sku_id"><option value="">默认 Default</option>
${item.skus.map(
  (sku) =>
    html`<option value="${sku.id}"${sku.id === skuId && html` selected`}${sku.stock <= 0 && html` disabled`}>${
      sku.name
    }${!isPromoted && html` ${yuan(sku.priceFen)}`}</option>`,
)}</select></label>`
}
<label><span>${both(['数量', 'Quantity'])}</span>
<input type="number" name="quantity" value="1" min="1" max="99" required></label>
<label><span>${both(['买家', 'Buyer'])}</span>
<input name="buyer_id" value="${buyerId}" maxlength="40" required></label>
<button>${both(['购买', 'Buy'])}</button>
</form>`
}
