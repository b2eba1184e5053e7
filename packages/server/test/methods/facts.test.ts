import {
  compileEncoders,
  encodeResponse,
  type Field,
  type Fields,
  JsonNumber,
  type JsonObject,
  type JsonValue,
  outputFromWire,
  parseJson,
} from '@opentbk/top'
import { describe, expect, test } from 'vitest'
import { type FactField, type FactMethod, readFacts } from '../../../top/test/facts.ts'
import { methods } from '../../src/methods/index.ts'

const facts = new Map(readFacts().map((fact) => [fact.method, fact]))

type Departure = readonly [difference: string, reason: string]

const uncheckedText = 'ignored here: taken as unchecked text'
const neverOnTheWire = 'without data here, so its kind is that of the other door'
const sameOnBothDoors = 'only one door’s page prefixes the type; an object’s type name is not on the wire'
const rankItems = ['commirate', 'price', 'item_id'].map(
  (name): Departure => [`request ucrowd_rank_items.${name}: missing`, uncheckedText],
)
const targetItem: Departure = ['request target_item.item_id_list: missing', uncheckedText]

/** Where a contract departs from its documented page: each difference and why. A difference that went fails too. */
const departures: Readonly<Record<string, readonly Departure[]>> = {
  'taobao.tbk.dg.material.optional.upgrade': rankItems,
  'taobao.tbk.sc.material.optional.upgrade': [
    ...rankItems,
    [
      'response result_list.scope_info: missing',
      'its only member is a number here and a text on the other door',
    ],
  ],
  'taobao.tbk.dg.general.link.convert': [
    targetItem,
    [
      'response data.material_url_list.promotion_info_dto: PromotionInfoDTO, documented MaterialPromotionInfoDTO',
      sameOnBothDoors,
    ],
    [
      'response data.item_url_list.promotion_info_dto: PromotionInfoDTO, documented ItemPromotionInfoDTO',
      sameOnBothDoors,
    ],
  ],
  'taobao.tbk.sc.general.link.convert': [targetItem],
  'taobao.tbk.dg.material.optional': rankItems,
  'taobao.tbk.sc.material.optional': [rankItems[2], rankItems[0], rankItems[1]] as Departure[],
  'taobao.tbk.sc.optimus.material': ['tqg_total_count', 'tqg_sold_count'].flatMap((name): Departure[] => [
    [`response result_list.${name}: a number as String`, neverOnTheWire],
    [`response result_list.${name}: Number, documented String`, neverOnTheWire],
  ]),
  'taobao.tbk.sc.cp.order.details.get': [
    [
      'response data.results: CpPublisherOrderDTO[], documented Result[]',
      'the page writes Result for the type; its readers and the other door have this name on the wire',
    ],
  ],
  'qimen.taobao.tbk.item.rule.get': [
    'inputItemId',
    'itemId',
    'isShow',
    'reason',
    'priceText',
    'price',
    'linePrice',
    'couponText',
    'tags',
    'endTime',
  ].map(
    (name): Departure => [`response data.${name}: not documented`, 'its page names no member of an answer'],
  ),
}

/** Methods of the platform itself: no page among the facts, their answers are named by the protocol's notes. */
const platformAnswers: Readonly<Record<string, { request: readonly string[]; answer: readonly string[] }>> = {
  'taobao.time.get': { request: [], answer: ['time: Date'] },
  'taobao.appip.get': { request: [], answer: ['ip: String'] },
  'taobao.top.auth.token.create': { request: ['code!', 'uuid'], answer: ['token_result: String'] },
  'taobao.top.auth.token.refresh': { request: ['refresh_token!'], answer: ['token_result: String'] },
}

/** The kinds in which a documented type may be written; other names are objects and, with `[]`, lists. */
const kindsOfType: Readonly<Record<string, readonly Field['kind'][]>> = {
  // Comma-joined ids are documented as one text.
  String: ['string', 'list'],
  Number: ['number'],
  Boolean: ['boolean'],
  Date: ['date'],
  Price: ['price'],
  BigDecimal: ['string', 'price'],
}

const withFacts = [...methods.values()].flatMap((method) => {
  const fact = facts.get(method.name)
  return fact ? [[method.name, { method, fact }] as const] : []
})

describe.each(Object.entries(platformAnswers))('%s', (name, { request: asked, answer }) => {
  test('asks and answers what the protocol names', () => {
    const { request, response, session } = methods.get(name) as NonNullable<ReturnType<typeof methods.get>>
    expect(Object.entries(request).map(([key, { required }]) => `${key}${required ? '!' : ''}`)).toEqual(
      asked,
    )
    expect(Object.entries(response).map(([key, field]) => `${key}: ${field.docType}`)).toEqual(answer)
    expect(session).toBe('none')
  })
})

describe.skipIf(facts.size === 0)(
  'documented contracts (skipped where ../shared is not beside the checkout)',
  () => {
    test('every method has a page, unless it is the platform’s or this project’s own', () => {
      const others = [...methods.values()].filter((method) => method.confidence !== 'own')
      const unknown = others.filter(({ name }) => !facts.has(name) && !(name in platformAnswers))
      expect(unknown.map((method) => method.name)).toEqual([])
    })

    test.each(withFacts)('%s: names, nesting, types, required, session, title', (name, { method, fact }) => {
      expect([method.title, method.session]).toEqual([fact.title, fact.session])
      const found = [
        ...differences('request ', fact.request, method.request),
        ...differences('response ', fact.response, method.response),
      ]
      expect(found).toEqual((departures[name] ?? []).map(([difference]) => difference))
    })

    test.each(withFacts.filter(([, { fact }]) => holdsValues(fact.sample_json)))(
      '%s: its sample, read and written again',
      (_name, { method, fact }) => {
        const sample = withoutUnfilled(method, sampleOf(fact))
        const output = outputFromWire(method, sample)
        const reply = { format: 'json', simplify: false, requestId: 'r1' } as const
        // What is a text on this door alone was read as one.
        const encoders = compileEncoders(method.response, null)
        const answer = parseJson(encodeResponse(reply, { ...method, encoders }, output)) as JsonObject
        const { request_id: _, ...root } = sample[method.rootName] as JsonObject
        expect(plain(answer)).toEqual(plain({ [method.rootName]: { ...root, request_id: 'r1' } }))
      },
    )
  },
)

/** What a contract says otherwise than its page, the documented fields first. */
function differences(path: string, documented: readonly FactField[], fields: Fields): string[] {
  const names = new Set(documented.map((fact) => fact.name))
  const own = Object.keys(fields).filter((name) => !names.has(name))
  return [
    ...documented.flatMap((fact) => differencesOf(`${path}${fact.name}`, fact, fields[fact.name])),
    ...own.map((name) => `${path}${name}: not documented`),
  ]
}

function differencesOf(path: string, fact: FactField, field: Field | undefined): string[] {
  if (field === undefined) return [`${path}: missing`]
  const type = fact.type.replaceAll(' ', '')
  const found: string[] = []
  const kinds = kindsOfType[type] ?? (type.endsWith('[]') ? ['list'] : ['object'])
  if (field.ignored === undefined && !kinds.includes(field.kind))
    found.push(`${path}: a ${field.kind} as ${type}`)
  if (field.docType !== type) found.push(`${path}: ${field.docType}, documented ${type}`)
  if ((field.required === true) !== (fact.required === true))
    found.push(`${path}: ${fact.required ? '' : 'not '}required by its page`)
  const inner = field.kind === 'list' ? field.item : field
  const fields = inner.kind === 'object' ? inner.fields : {}
  return [...found, ...differences(`${path}.`, fact.fields ?? [], fields)]
}

function sampleOf(fact: FactMethod): JsonObject {
  return (parseJson(fact.text) as JsonObject).sample_json as JsonObject
}

/** Some pages have no sample, or one of nothing but `null` and `""`. */
function holdsValues(sample: unknown): boolean {
  if (typeof sample !== 'object' || sample === null) return sample !== null && sample !== ''
  return Object.values(sample).some(holdsValues)
}

/** A sample without the members for which this network has no data. */
function withoutUnfilled(method: { rootName: string; response: Fields }, sample: JsonObject): JsonObject {
  return { [method.rootName]: prune(sample[method.rootName] as JsonValue, method.response) }
}

function prune(value: JsonValue, fields: Fields): JsonValue {
  if (Array.isArray(value)) return value.map((item) => prune(item, fields))
  if (typeof value !== 'object' || value === null || value instanceof JsonNumber) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => fields[name]?.unfilled === undefined)
      .map(([name, member]) => [name, pruneMember(member, fields[name])]),
  )
}

function pruneMember(value: JsonValue, field: Field | undefined): JsonValue {
  const inner = field?.kind === 'list' ? field.item : field
  if (inner?.kind !== 'object') return value
  if (field?.kind !== 'list') return prune(value, inner.fields)
  const items = (value as JsonObject)[field.itemName]
  return items === undefined ? value : { [field.itemName]: prune(items, inner.fields) }
}

// Numbers by their digits, so that a lost one shows.
function plain(value: JsonValue): unknown {
  if (value instanceof JsonNumber) return value.text
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
}
