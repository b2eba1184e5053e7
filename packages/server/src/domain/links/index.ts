export {
  ALL_FORMS,
  type ConvertFor,
  type ConvertOptions,
  convertItem,
  convertPlace,
  type ItemConversion,
  type LinkWants,
  LONG_ONLY,
} from './convert.ts'
export { createLongLink, longUrl } from './create-long-link.ts'
export { createTextTpwd } from './create-text-tpwd.ts'
export { createTpwd } from './create-tpwd.ts'
export { eachOnItsOwn } from './each-on-its-own.ts'
export { type FoundLink, findLongLink, findShortLink } from './find-link.ts'
export { type BizScene, MAX_MARK_BYTES, type ThirdParty } from './link.ts'
export { makeLinksFor } from './make-links-for.ts'
export { makeToolLinks } from './make-tool-links.ts'
export { purgeLinks } from './purge-links.ts'
export {
  findOpenTpwd,
  findTarget,
  getLinkByUrl,
  type Material,
  ownMark,
  readMaterial,
  readTpwd,
} from './read-material.ts'
export { readLinksFor, readToolTexts } from './read-tool-input.ts'
export type { SharedLink } from './share-link.ts'
export { shortenLinks } from './shorten-links.ts'
export { writeToolLink } from './write-tool-link.ts'
