import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One documented field, as the facts files write it. */
export interface FactField {
  name: string
  type: string
  required?: boolean
  example?: string
  note?: string
  limit?: string
  only?: Door
  fields?: FactField[]
}

export interface MethodFacts {
  method: string
  title: string
  session: string
  module: string
  package: string
  confidence: string
  twin?: string
  request: FactField[]
  response: FactField[]
  errors: { code: string; meaning: string }[]
}

export type Door = 'dg' | 'sc'

/** The doors of one operation, with their fields merged into one tree. */
export interface Operation {
  doors: { key: string; door: Door; facts: MethodFacts }[]
  request: FactField[]
  response: FactField[]
  warnings: string[]
}

export class FactsError extends Error {}

export function readOperation(dir: string, method: string): Operation {
  const facts = readAll(dir)
  if (!facts.has(method)) throw new FactsError(`method: no file ${join(dir, `${method}.json`)}`)
  const doors = findDoors(facts, method)
  const warnings: string[] = []
  const merge = (part: 'request' | 'response') =>
    mergeFields(
      doors.map(({ door, facts: f }) => ({ door, fields: f[part] })),
      part,
      warnings,
    )
  return { doors, request: merge('request'), response: merge('response'), warnings }
}

function readAll(dir: string): Map<string, MethodFacts> {
  if (!existsSync(dir)) throw new FactsError(`--facts: there is no folder ${dir}`)
  const all = new Map<string, MethodFacts>()
  for (const file of readdirSync(dir).sort()) {
    if (!file.endsWith('.json')) continue
    const facts = JSON.parse(readFileSync(join(dir, file), 'utf8')) as MethodFacts
    all.set(facts.method, facts)
  }
  return all
}

function findDoors(all: Map<string, MethodFacts>, method: string): Operation['doors'] {
  const names = new Set([method])
  // Twins are not always mutual (two dg methods may name one sc method), so the group is a closure.
  for (let before = 0; before !== names.size; ) {
    before = names.size
    for (const facts of all.values()) {
      if (!facts.twin || !(names.has(facts.method) || names.has(facts.twin))) continue
      names.add(facts.method).add(facts.twin)
    }
  }
  const counts = { dg: 0, sc: 0 }
  const sorted = [...names].sort((a, b) => Number(isSc(a, all)) - Number(isSc(b, all)) || compare(a, b))
  return sorted.flatMap((name) => {
    const facts = all.get(name)
    if (!facts) return []
    const door: Door = isSc(name, all) ? 'sc' : 'dg'
    counts[door] += 1
    return [{ key: counts[door] === 1 ? door : `${door}${counts[door]}`, door, facts }]
  })
}

function isSc(name: string, all: Map<string, MethodFacts>): boolean {
  return name.includes('.sc.') || (all.get(name)?.title.includes('服务商') ?? false)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

type Side = { door: Door; fields: FactField[] }

function mergeFields(sides: Side[], path: string, warnings: string[]): FactField[] {
  const names = new Set(sides.flatMap((side) => side.fields.map((field) => field.name)))
  return [...names].map((name) => {
    const having = sides.flatMap(({ door, fields }) => {
      const field = fields.find((f) => f.name === name)
      return field ? [{ door, field }] : []
    })
    return mergeField({ name, having, sides }, `${path}.${name}`, warnings)
  })
}

function mergeField(
  { having, sides }: { name: string; having: { door: Door; field: FactField }[]; sides: Side[] },
  path: string,
  warnings: string[],
): FactField {
  const first = having[0]?.field
  if (!first) throw new Error(`${path}: in no door`)
  const merged: FactField = {
    ...first,
    type: plainType(first),
    required: having.every(({ field }) => field.required === true),
  }
  for (const { field } of having) {
    if (field.type !== first.type)
      warnings.push(`${path}: ${first.type} in one door, ${field.type} in another`)
    if (!merged.required && field.required) warnings.push(`${path}: required in one door only`)
    if (field.limit && !merged.limit) merged.limit = field.limit
  }
  if (having.length < sides.length) {
    const door = onlyDoor(having, sides)
    if (door) merged.only = door
    else warnings.push(`${path}: in some of the doors, which 'only' cannot say`)
  }
  const nested = having.filter(({ field }) => field.fields)
  if (nested.length === 0) return merged
  // A nested tree is compared among the doors that have its parent; the parent carries the rest.
  const inner = nested.map(({ door, field }) => ({ door, fields: field.fields ?? [] }))
  merged.fields = mergeFields(inner, path, warnings)
  return merged
}

/** Some documents write `Item []`. */
function plainType({ type }: FactField): string {
  return type.replaceAll(' ', '')
}

function onlyDoor(having: { door: Door }[], sides: Side[]): Door | undefined {
  const doors = new Set(having.map(({ door }) => door))
  const [door] = doors
  if (doors.size !== 1 || !door) return undefined
  return sides.filter((side) => side.door === door).length === having.length ? door : undefined
}
