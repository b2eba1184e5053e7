import { invalidArgument } from '@opentbk/top'
import { ALL_FORMS, type LinkWants } from '../../../domain/links/index.ts'
import { itemLinkFields } from './converted.ts'

/** The link fields that an answer shall have; undefined is all of them. */
export type LinkTypes = ReadonlySet<string> | undefined

const notLinks = new Set(['material_type', 'isv_mktid'])
const known = new Set(['tao_brick_url', ...Object.keys(itemLinkFields)].filter((name) => !notLinks.has(name)))

/** The value of `required_link_type`, a comma list of link fields. */
export function readLinkTypes(text: string | undefined): LinkTypes {
  if (text === undefined) return undefined
  const types = new Set(text.split(',').flatMap((type) => type.trim() || []))
  const unknown = [...types].find((type) => !known.has(type))
  if (unknown !== undefined) throw invalidArgument('required_link_type', `没有名为${unknown}的链接类型`)
  return types.size === 0 ? undefined : types
}

/** Which forms must be made for these fields; long links cost nothing and are always there. */
export function wantsOf(types: LinkTypes): LinkWants {
  if (types === undefined) return ALL_FORMS
  return {
    cpsShort: types.has('cps_short_url'),
    cpsTpwd: types.has('cps_short_tpwd') || types.has('cps_full_tpwd'),
    couponShort: types.has('coupon_short_url'),
    couponTpwd: types.has('coupon_short_tpwd') || types.has('coupon_full_tpwd'),
  }
}

/** Converted elements without the link fields that were not asked for. */
export function keepLinkTypes<T extends object>(elements: readonly T[], types: LinkTypes): readonly T[] {
  if (types === undefined) return elements
  return elements.map((element) => {
    if (!('link_info_dto' in element)) return element
    const kept = Object.entries(element.link_info_dto as object).filter(
      ([name]) => types.has(name) || !known.has(name),
    )
    return { ...element, link_info_dto: Object.fromEntries(kept) }
  })
}
