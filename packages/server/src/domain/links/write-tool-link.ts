import { formatRate } from '@opentbk/top'
import type { ToolLink } from './make-tool-links.ts'
import type { SharedLink } from './share-link.ts'

/** A line of the link tool as its doors answer it. */
export function writeToolLink(link: ToolLink) {
  if (!('cps' in link)) return link
  const { text, kind, title, rateBp, cps, coupon } = link
  return {
    text,
    kind,
    title,
    commission_rate: rateBp === undefined ? null : formatRate(rateBp),
    cps: writeForms(cps),
    coupon: coupon ? writeForms(coupon) : null,
  }
}

function writeForms({ long, short, shortTpwd, fullTpwd }: SharedLink) {
  return { long_url: long, short_url: short, short_tpwd: shortTpwd, full_tpwd: fullTpwd }
}
