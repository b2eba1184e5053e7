import { formatYuan } from '@opentbk/top'
import { html, type Markup } from '../pages/html.ts'

/** A label in both languages, side by side. */
export function both([chinese, english]: readonly [string, string]): Markup {
  return html`${chinese} <span lang="en">${english}</span>`
}

export function yuan(fen: bigint): string {
  return `¥${formatYuan(fen)}`
}

export function shopNav(shop?: { id: bigint; title: string }): Markup {
  return html`<p class="note"><a href="/shop">演示商店 <span lang="en">Demo shop</span></a>${
    shop && html` · <a href="/shop/shops/${shop.id}">${shop.title}</a>`
  }</p>`
}

export const demoNote = html`<p class="note">这是演示商店：不收钱，也不发货。
<span lang="en">A demo shop: no money moves and nothing is delivered.</span></p>`

export function pictureOf(itemId: bigint): string {
  return `/shop/pictures/${itemId}.svg`
}

/** The address of a page of this shop with the parameters that are there. */
export function shopUrl(path: string, params: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) if (value !== undefined) query.set(name, value)
  return query.size === 0 ? path : `${path}?${query}`
}
