import type { Item } from '../domain/goods/index.ts'
import { html, type Markup } from '../pages/html.ts'
import type { Page } from '../pages/page.ts'
import { both, demoNote, pictureOf, shopNav, shopUrl, yuan } from './layout.ts'
import { unitPriceFen } from './rules.ts'

export type ListView = {
  title: string
  shop: { id: bigint; title: string } | undefined
  /** The address of this list, without a query. */
  path: string
  items: readonly Item[]
  page: number
  hasMore: boolean
  clickId: string | undefined
  now: Date
}

export function listPage(view: ListView): Page {
  return {
    title: view.title,
    body: html`${shopNav(view.shop)}
<h1>${view.title}</h1>
${view.items.length === 0 && html`<p>${both(['没有更多商品', 'No more goods'])}</p>`}
<ul class="cards">
${view.items.map((item) => card(item, view))}
</ul>
<p>${view.page > 1 && html`<a href="${pageUrl(view, view.page - 1)}" rel="prev">${both(['上一页', 'Previous'])}</a> `}
${view.hasMore && html`<a href="${pageUrl(view, view.page + 1)}" rel="next">${both(['下一页', 'Next'])}</a>`}</p>
${demoNote}`,
  }
}

function card(item: Item, { clickId, now }: ListView): Markup {
  return html`<li><a href="${shopUrl(`/shop/items/${item.id}`, { click_id: clickId })}">
<img src="${pictureOf(item.id)}" width="600" height="600" alt="" loading="lazy">
${item.title}</a><br><strong>${yuan(unitPriceFen(item, undefined, now))}</strong></li>
`
}

function pageUrl(view: ListView, page: number): string {
  return shopUrl(view.path, { page: page > 1 ? page.toString() : undefined, click_id: view.clickId })
}
