import { BadField, FieldReader } from '../goods/index.ts'
import { type Editing, scenes, useScenes } from './material.ts'

export type Review =
  | { decision: 'approve'; reason: string; editing: Editing }
  | { decision: 'reject'; reason: string }

const EDITING = [
  'scene_ids',
  'use_scenes',
  'need_item_count',
  'title',
  'tag',
  'selling_point',
  'price_structure',
  'recommend_reason',
  'content_tags',
] as const
const MAX_REASON = 500
const MAX_TITLE = 100
const MAX_TAG = 20
const MAX_TAGS = 10
const MAX_PHRASE = 200
const MAX_PIECES = 99

/** An operator's decision as JSON; BadField names what is wrong. Scenes left out mean all of them. */
export function readReview(given: unknown): Review {
  const reader = FieldReader.of(given, ['decision', 'reason', ...EDITING])
  const decision = reader.choice('decision', ['approve', 'reject'] as const)
  const reason = reader.text('reason', MAX_REASON).trim()
  if (reason === '') throw new BadField('reason', 'missing')
  if (decision === 'approve') return { decision, reason, editing: readEditing(reader) }
  const meaningless = EDITING.find((name) => reader.has(name))
  if (meaningless) throw new BadField(meaningless, 'goes with an approval')
  return { decision, reason }
}

function readEditing(reader: FieldReader): Editing {
  const needItemCount = reader.count('need_item_count', 1)
  if (needItemCount < 1 || needItemCount > MAX_PIECES) {
    throw new BadField('need_item_count', `a whole number from 1 to ${MAX_PIECES} expected`)
  }
  const contentTags = reader.texts('content_tags', MAX_TAGS)
  if (contentTags.some((tag) => tag === '' || tag.length > MAX_TAG)) {
    throw new BadField('content_tags', `texts of 1 to ${MAX_TAG} characters expected`)
  }
  return {
    scenes: readNumbers(reader, 'scene_ids', scenes),
    useScenes: readNumbers(reader, 'use_scenes', useScenes),
    needItemCount,
    title: reader.optionalText('title', MAX_TITLE),
    tag: reader.optionalText('tag', MAX_TAG),
    sellingPoint: reader.optionalText('selling_point', MAX_PHRASE),
    priceStructure: reader.optionalText('price_structure', MAX_PHRASE),
    recommendReason: reader.optionalText('recommend_reason', MAX_PHRASE),
    contentTags,
  }
}

function readNumbers(reader: FieldReader, name: string, known: readonly number[]): number[] {
  const texts = reader.texts(name, known.length)
  const found = known.filter((number) => texts.includes(String(number)))
  if (found.length < new Set(texts).size) {
    throw new BadField(name, `a list of ${known.map((number) => `"${number}"`).join(', ')} expected`)
  }
  return texts.length === 0 ? [...known] : found
}
