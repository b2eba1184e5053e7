/** The two doors of a twin operation: `dg` for the promoter's own app, `sc` for a service provider's app. */
export type Door = 'dg' | 'sc'

/** What every field may say, whatever its kind. */
export type FieldOptions = {
  readonly required?: boolean
  /** What the value means, for the reference docs. */
  readonly note?: string
  readonly example?: string | number | boolean
  /** The field exists on this door only. */
  readonly only?: Door
  /** Response: documented, but this network has no data for it; never encoded. */
  readonly unfilled?: string
  /** Request: accepted and signed, but without effect. */
  readonly ignored?: string
  /** The documented type name, where it is not the kind's own (for example `BigDecimal`). */
  readonly docType?: string
}

type StringRules = {
  readonly maxLength?: number
  readonly values?: readonly string[]
  readonly default?: string
}
type NumberRules = {
  readonly min?: number
  readonly max?: number
  readonly values?: readonly number[]
  readonly default?: number
  /** Response: this door documents the number as a text and writes it so. */
  readonly textOn?: Door
}
type LongRules = { readonly min?: bigint; readonly max?: bigint; readonly default?: bigint }
type BooleanRules = { readonly default?: boolean }
type PriceRules = { readonly min?: bigint; readonly max?: bigint; readonly default?: bigint }
type ListRules = { readonly minItems?: number; readonly maxItems?: number; readonly itemName?: string }
type FileRules = { readonly maxBytes?: number }

type Common = Omit<FieldOptions, 'docType'> & { readonly docType: string }
export type StringSpec = Common & StringRules & { readonly kind: 'string' }
export type NumberSpec = Common & {
  readonly kind: 'number'
  /** 53: a JS number, safe integers only; 64: a bigint, a signed Java Long. */
  readonly bits: 53 | 64
  readonly min?: number | bigint
  readonly max?: number | bigint
  readonly values?: readonly number[]
  readonly default?: number | bigint
  readonly textOn?: Door
}
export type BooleanSpec = Common & BooleanRules & { readonly kind: 'boolean' }
export type DateSpec = Common & { readonly kind: 'date' }
export type PriceSpec = Common & PriceRules & { readonly kind: 'price' }
export type ObjectSpec = Common & {
  readonly kind: 'object'
  readonly typeName: string
  readonly fields: Fields
}
export type ListSpec = Common & {
  readonly kind: 'list'
  readonly item: Field
  /** The member that holds the array in a JSON answer, the element's name in XML. */
  readonly itemName: string
  readonly minItems: number
  readonly maxItems: number
}
export type FileSpec = Common & FileRules & { readonly kind: 'file' }
export type LeafSpec = StringSpec | NumberSpec | BooleanSpec | DateSpec | PriceSpec
export type FieldSpec = LeafSpec | ObjectSpec | ListSpec | FileSpec

declare const inputType: unique symbol
declare const outputType: unique symbol
declare const presence: unique symbol

/** A field of a contract: what it is at run time, and the types of its value in a request and in a response. */
export type Field<I = unknown, O = unknown, P extends boolean = boolean> = FieldSpec & {
  readonly [inputType]?: I
  readonly [outputType]?: O
  readonly [presence]?: P
}
export type Fields = { readonly [name: string]: Field }

/** A multipart file part. File parts are never signed. */
export type WireFile = { readonly name: string; readonly contentType?: string; readonly bytes: Uint8Array }

type InputOf<F> = F extends { readonly [inputType]?: infer I } ? I : never
type OutputOf<F> = F extends { readonly [outputType]?: infer O } ? O : never
type PresentKeys<F extends Fields> = {
  [K in keyof F]: F[K] extends { readonly [presence]?: infer P } ? ([P] extends [true] ? K : never) : never
}[keyof F]
type Flat<T> = { [K in keyof T]: T[K] }

/** What a handler receives: required and defaulted fields are there, the others may be missing. */
export type Input<F extends Fields> = Flat<
  { readonly [K in PresentKeys<F>]: InputOf<F[K]> } & {
    readonly [K in Exclude<keyof F, PresentKeys<F>>]?: InputOf<F[K]> | undefined
  }
>

/** What a handler answers: every member may be left out or undefined; either way it is not on the wire. */
export type Output<F extends Fields> = { readonly [K in keyof F]?: OutputOf<F[K]> | undefined }

type Present<O> = O extends { readonly only: Door }
  ? false
  : O extends { readonly required: true }
    ? true
    : O extends { readonly default: string | number | bigint | boolean }
      ? true
      : false
type Choice<O, Wide> = O extends { readonly values: readonly (infer V)[] } ? V : Wide

/** Most items a list takes where its contract names no limit. */
export const defaultMaxItems = 1000

/** `_` before every capital but the first, all lower case: `NTbkItem` is `n_tbk_item`, `ADGroup` `a_d_group`. */
export function snakeCase(typeName: string): string {
  let out = ''
  for (const char of typeName) {
    const lower = char.toLowerCase()
    out += char !== lower && out !== '' ? `_${lower}` : lower
  }
  return out
}

/** Text. `maxLength` counts UTF-16 units, as Java's `String.length`; `values` lists the only legal texts. */
export function string<const O extends FieldOptions & StringRules = Record<never, never>>(
  options?: O,
): Field<Choice<O, string>, string, Present<O>> {
  return { docType: 'String', ...options, kind: 'string' }
}

/** A whole number as a JS number. Outside the safe integers it is refused with 41; use `long` for ids. */
export function number<const O extends FieldOptions & NumberRules = Record<never, never>>(
  options?: O,
): Field<Choice<O, number>, number | bigint, Present<O>> {
  return { docType: 'Number', ...options, kind: 'number', bits: 53 }
}

/** A whole number as a bigint: the full range of a signed 64-bit Java Long, exact both ways. */
export function long<const O extends FieldOptions & LongRules = Record<never, never>>(
  options?: O,
): Field<bigint, number | bigint, Present<O>> {
  return { docType: 'Number', ...options, kind: 'number', bits: 64 }
}

/** `true` or `false` on the wire, in any letter case. */
export function boolean<const O extends FieldOptions & BooleanRules = Record<never, never>>(
  options?: O,
): Field<boolean, boolean, Present<O>> {
  return { docType: 'Boolean', ...options, kind: 'boolean' }
}

/** A moment, `yyyy-MM-dd HH:mm:ss` in GMT+8 on the wire; days that do not exist are refused. */
export function date<const O extends FieldOptions = Record<never, never>>(
  options?: O,
): Field<Date, Date, Present<O>> {
  return { docType: 'Date', ...options, kind: 'date' }
}

/** Money: fen as a bigint inside, decimal yuan with at most two decimals on the wire. */
export function price<const O extends FieldOptions & PriceRules = Record<never, never>>(
  options?: O,
): Field<bigint, bigint, Present<O>> {
  return { docType: 'Price', ...options, kind: 'price' }
}

/** A multipart file part (`byte[]`). Only in requests. */
export function file<const O extends FieldOptions & FileRules = Record<never, never>>(
  options?: O,
): Field<WireFile, never, Present<O>> {
  return { docType: 'byte[]', ...options, kind: 'file' }
}

/**
 * A nested object. In a request it is a JSON text, in a response it nests.
 * `typeName` is the documented type; inside a list its snake_case names the item.
 */
export function object<const F extends Fields, const O extends FieldOptions = Record<never, never>>(
  typeName: string,
  fields: F,
  options?: O,
): Field<Input<F>, Output<F>, Present<O>> {
  return { docType: typeName, ...options, kind: 'object', typeName, fields }
}

/**
 * A list of simple values (comma-joined in a request, or a JSON array) or of objects (a JSON array text).
 * In a JSON answer it is `{"<item name>":[…]}`; `itemName` overrides the name, `maxItems` is 1000 unless told.
 */
export function list<I, T, const O extends FieldOptions & ListRules = Record<never, never>>(
  item: Field<I, T>,
  options?: O,
): Field<readonly I[], readonly T[], Present<O>> {
  if (item.kind === 'list' || item.kind === 'file') throw new Error(`a list cannot hold a ${item.kind}`)
  return {
    docType: `${item.docType}[]`,
    ...options,
    kind: 'list',
    item,
    itemName: options?.itemName ?? (item.kind === 'object' ? snakeCase(item.typeName) : item.kind),
    minItems: options?.minItems ?? 0,
    maxItems: options?.maxItems ?? defaultMaxItems,
  }
}

/** A request field that old clients still send: accepted and signed, without effect and unchecked. */
export function ignored(
  reason: string,
  options?: Pick<FieldOptions, 'docType' | 'note' | 'only'>,
): Field<string, never, false> {
  return { docType: 'String', ...options, kind: 'string', ignored: reason }
}

/** A response field that is documented but has no data here; it stays in the docs and never on the wire. */
export function unfilled(field: Field, reason: string): Field<never, undefined, false> {
  return { ...field, unfilled: reason } as Field<never, undefined, false>
}

/** Whether a field exists on a door; a method without doors has them all. */
export function isOnDoor(field: FieldSpec, door: Door | null): boolean {
  return field.only === undefined || door === null || field.only === door
}

/** Whether an answer writes a number as a text on this door. */
export function isTextOn(field: FieldSpec, door: Door | null): boolean {
  return field.kind === 'number' && field.textOn !== undefined && field.textOn === door
}

/** The fields of one door, nested ones too; the field objects are copied only where something went. */
export function fieldsOfDoor(fields: Fields, door: Door | null): Fields {
  const kept: [string, Field][] = []
  for (const [name, field] of Object.entries(fields)) {
    if (isOnDoor(field, door)) kept.push([name, fieldOfDoor(field, door)])
  }
  return Object.fromEntries(kept)
}

function fieldOfDoor(field: Field, door: Door | null): Field {
  if (isTextOn(field, door)) {
    const { note, example } = field
    return string({ ...(note === undefined ? {} : { note }), ...(example === undefined ? {} : { example }) })
  }
  if (field.kind === 'object') return { ...field, fields: fieldsOfDoor(field.fields, door) }
  if (field.kind === 'list') return { ...field, item: fieldOfDoor(field.item, door) }
  return field
}
