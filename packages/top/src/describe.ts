import { topErrors } from './error.ts'
import type { Field, Fields } from './field.ts'
import type { Method } from './method.ts'
import { formatYuan } from './money.ts'
import type { RefusalName } from './refusal.ts'
import { refusalText } from './refusal.ts'

/** One field as the reference docs print it. Absent members are undefined, so JSON leaves them out. */
export type FieldDescription = {
  readonly name: string
  readonly type: string
  readonly kind: Field['kind']
  readonly required?: true | undefined
  readonly default?: string | undefined
  readonly values?: readonly (string | number)[] | undefined
  /** Requests: the limits that are checked, prices in yuan. */
  readonly limits?: Readonly<Record<string, string>> | undefined
  readonly note?: string | undefined
  readonly example?: string | number | boolean | undefined
  readonly unfilled?: string | undefined
  readonly ignored?: string | undefined
  /** Lists: the name of an item in answers. */
  readonly item?: string | undefined
  readonly fields?: readonly FieldDescription[] | undefined
}

export type RefusalDescription = {
  readonly refusal: string
  readonly code: number
  readonly sub_code: string
  readonly sub_msg: string
}

/** A contract as plain JSON: no bigint, no function. */
export type MethodDescription = Pick<
  Method<never>,
  'name' | 'title' | 'module' | 'session' | 'permission' | 'door' | 'confidence'
> & {
  readonly twin?: string | undefined
  readonly repeatable?: true | undefined
  readonly note?: string | undefined
  readonly request: readonly FieldDescription[]
  readonly response: readonly FieldDescription[]
  readonly refusals: readonly RefusalDescription[]
}

/** What a method's contract lets be read from outside, whatever its context type. */
export type Describable = Omit<Method<never>, 'decode' | 'encoders' | 'handle'>

/** Prints a contract as plain JSON, for the catalogue, the reference docs and generators. */
export function describe(method: Describable): MethodDescription {
  const { name, title, module, session, permission, door, confidence, twin, repeatable, note } = method
  return {
    name,
    title,
    module,
    session,
    permission,
    door,
    confidence,
    twin,
    repeatable: repeatable ? true : undefined,
    note,
    request: describeFields(method.request, 'request'),
    response: describeFields(method.response, 'response'),
    refusals: Object.keys(method.refusals).map((key) => {
      const { subCode, subMsg } = refusalText(method.refusals, key as RefusalName)
      const { code } = topErrors['remote-service-error']
      return { refusal: key, code, sub_code: subCode, sub_msg: subMsg }
    }),
  }
}

const limitKeys = ['maxLength', 'min', 'max', 'minItems', 'maxItems', 'maxBytes'] as const
type Limits = { readonly [K in (typeof limitKeys)[number]]?: number | bigint }
type Side = 'request' | 'response'

function describeFields(fields: Fields, side: Side): FieldDescription[] {
  return Object.entries(fields).map(([name, field]) => ({ name, ...describeField(field, side) }))
}

function describeField(field: Field, side: Side): Omit<FieldDescription, 'name'> {
  const inner = field.kind === 'list' ? field.item : field
  return {
    type: field.docType,
    kind: field.kind,
    required: field.required === true ? true : undefined,
    default: 'default' in field && field.default !== undefined ? show(field, field.default) : undefined,
    values: 'values' in inner ? inner.values : undefined,
    limits: side === 'request' ? limitsOf(field, inner) : undefined,
    note: field.note,
    example: field.example,
    unfilled: field.unfilled,
    ignored: field.ignored,
    item: field.kind === 'list' ? field.itemName : undefined,
    fields: inner.kind === 'object' ? describeFields(inner.fields, side) : undefined,
  }
}

// A list's own limits and those of its items have different names, so one record holds both.
function limitsOf(field: Field, inner: Field): Readonly<Record<string, string>> | undefined {
  const limits: Record<string, string> = {}
  const given: Limits = { ...(inner as Limits), ...(field as Limits) }
  for (const key of limitKeys) {
    const limit = given[key]
    if (limit !== undefined && !(key === 'minItems' && limit === 0)) limits[key] = show(inner, limit)
  }
  return Object.keys(limits).length === 0 ? undefined : limits
}

// Prices are fen inside; people read yuan.
function show(field: Field, value: string | number | bigint | boolean): string {
  return field.kind === 'price' && typeof value === 'bigint' ? formatYuan(value) : String(value)
}
