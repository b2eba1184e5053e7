import { BadField, FieldReader } from '../goods/index.ts'
import type { Review } from './review-site.ts'
import { readAddress } from './rules.ts'
import type { Traits } from './set-site-traits.ts'
import { type Filing, siteCategories, siteKinds } from './site.ts'

const MAX_NAME = 64
const MAX_ADDRESS = 512
const MAX_REASON = 500

/** What an owner files, as JSON; BadField names what is wrong. */
export function readFiling(given: unknown): Filing {
  const reader = FieldReader.of(given, ['kind', 'name', 'address', 'category'])
  const kind = reader.choice('kind', siteKinds)
  const name = reader.text('name', MAX_NAME).trim()
  if (name === '' || /\p{C}/u.test(name)) throw new BadField('name', 'printable characters expected')
  const read = readAddress(kind, reader.text('address', MAX_ADDRESS).trim())
  if ('problem' in read) throw new BadField('address', read.problem)
  return { kind, name, address: read.address, category: reader.choice('category', siteCategories) }
}

/** What a reviewer decides, as JSON. */
export function readReview(given: unknown): Review {
  const reader = FieldReader.of(given, ['decision', 'reason', 'owner_attested', ...TRAITS])
  return {
    decision: reader.choice('decision', ['approve', 'refuse'] as const),
    reason: readReasonOf(reader),
    isOwnerAttested: reader.flag('owner_attested', false),
    ...readTraitsOf(reader),
  }
}

/** What a reviewer finds of an approved site, as JSON: one trait at least. */
export function readTraits(given: unknown): Traits & { reason: string } {
  const reader = FieldReader.of(given, ['reason', ...TRAITS])
  if (!TRAITS.some((name) => reader.has(name)))
    throw new BadField('category', 'this, is_platform or component_attested expected')
  return { reason: readReasonOf(reader), ...readTraitsOf(reader) }
}

const TRAITS = ['category', 'is_platform', 'component_attested']

function readTraitsOf(reader: FieldReader): Traits {
  return {
    category: reader.has('category') ? reader.choice('category', siteCategories) : undefined,
    isPlatform: reader.has('is_platform') ? reader.flag('is_platform', false) : undefined,
    isComponentAttested: reader.has('component_attested')
      ? reader.flag('component_attested', false)
      : undefined,
  }
}

/** Why something is done, as the only member of a JSON object. */
export function readReason(given: unknown): string {
  return readReasonOf(FieldReader.of(given, ['reason']))
}

export function readReasonOf(reader: FieldReader): string {
  const reason = reader.text('reason', MAX_REASON).trim()
  if (reason === '') throw new BadField('reason', 'missing')
  return reason
}
