import { BadField, FieldReader } from '../goods/index.ts'

const MOST_TEXTS = 100
const MAX_REASON = 500

type Texts = { adzoneId: bigint; texts: string[] }

/** What a member gives the link tool, as JSON; BadField names what is wrong. */
export function readToolTexts(given: unknown): Texts {
  return readTexts(FieldReader.of(given, ['adzone_id', 'texts']))
}

/** What an operator gives it for a member. */
export function readLinksFor(given: unknown): Texts & { reason: string } {
  const reader = FieldReader.of(given, ['adzone_id', 'texts', 'reason'])
  const reason = reader.text('reason', MAX_REASON).trim()
  if (reason === '') throw new BadField('reason', 'missing')
  return { ...readTexts(reader), reason }
}

function readTexts(reader: FieldReader): Texts {
  const adzoneId = reader.id('adzone_id')
  const texts = reader.texts('texts', MOST_TEXTS)
  if (texts.length === 0) throw new BadField('texts', `1 to ${MOST_TEXTS} expected`)
  return { adzoneId, texts }
}
