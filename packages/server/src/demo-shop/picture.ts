import type { Item } from '../domain/goods/index.ts'
import { html } from '../pages/html.ts'

const CHARACTERS = 4
/** Neighbouring categories get colours far apart on the wheel. */
const HUE_STEP = 137n

/** A drawn picture of an item: the colour of its category and the first characters of its title. */
export function drawPicture(item: Pick<Item, 'id' | 'title' | 'category'>): string {
  const hue = (item.category.id * HUE_STEP) % 360n
  const shade = 38n + (item.id % 5n) * 3n
  const letters = [...item.title.replace(/[\p{C}\p{Z}\p{P}]/gu, '')].slice(0, CHARACTERS)
  const lines = [letters.slice(0, 2).join(''), letters.slice(2).join('')]
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 600" width="600" height="600">
<rect width="600" height="600" fill="hsl(${hue}, 55%, ${shade}%)"/>
<circle cx="470" cy="120" r="190" fill="hsl(${hue}, 60%, ${shade + 10n}%)"/>
<g fill="#fff" font-family="PingFang SC, Noto Sans CJK SC, Microsoft YaHei, sans-serif" font-size="170"
 font-weight="700" text-anchor="middle">
<text x="300" y="285">${lines[0]}</text>
<text x="300" y="475">${lines[1]}</text>
</g>
</svg>
`.toString()
}
