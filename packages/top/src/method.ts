import type { Decoder } from './decode.ts'
import { compileDecoder } from './decode.ts'
import type { Encoders } from './encode.ts'
import { compileEncoders, rootName } from './encode.ts'
import type { Door, Field, Fields, Input, Output } from './field.ts'
import { fieldsOfDoor } from './field.ts'
import type { Refusals } from './refusal.ts'
import { isReading } from './repeatable.ts'

/** Whether a call needs a publisher's session. */
export type Session = 'none' | 'required' | 'optional'
/** How well the contract is known. `own`: it is this project's, no other gateway has the method. */
export type Confidence = 'official-doc' | 'sdk' | 'third-party' | 'inferred' | 'own'
/** The permission packages that an app can own. */
export type Package =
  | 'basic'
  | 'link'
  | 'share'
  | 'order'
  | 'publisher'
  | 'reward'
  | 'report'
  | 'audience'
  | 'community'
  | 'content'

/** One wire method: its contract, its compiled codec, its handler. */
export type Method<Ctx, I = unknown, O = unknown> = {
  readonly name: string
  readonly rootName: string
  readonly title: string
  readonly module: string
  readonly session: Session
  readonly permission: Package | 'none'
  /** The session may be any member's own, not only a publisher's. */
  readonly forMembers: boolean
  readonly door: Door | null
  readonly twin?: string
  readonly confidence: Confidence
  /** A call that may or may not have been done can be sent again without harm. */
  readonly repeatable: boolean
  readonly note?: string
  readonly request: Fields
  readonly response: Fields
  readonly refusals: Refusals
  readonly decode: Decoder<I>
  readonly encoders: Encoders
  handle(ctx: Ctx, input: I): Promise<O>
}

type Contract<Q extends Fields, R extends Fields> = {
  readonly permission: Package | 'none'
  /** The catalogue's module; told by the permission package when left out. */
  readonly module?: string
  /** `official-doc` when left out. */
  readonly confidence?: Confidence
  /** Told by the last word of the name when left out: `get` and other words that only read are repeatable. */
  readonly repeatable?: boolean
  readonly note?: string
  /** Any member may let an app call it for them; when left out, only a publisher may. */
  readonly forMembers?: true
  readonly request: Q
  readonly response: R
  readonly refusals?: Refusals
}

type Handler<Ctx, Q extends Fields, R extends Fields> = {
  handle(ctx: Ctx, input: Input<Q>): Promise<Output<R>>
}

export type MethodDef<Ctx, Q extends Fields, R extends Fields> = Contract<Q, R> &
  Handler<Ctx, Q, R> & {
    readonly name: string
    readonly title: string
    readonly session: Session
    readonly twin?: string
  }

/** What one door of an operation has of its own. Its refusals override the shared ones. */
export type DoorDef = {
  readonly name: string
  readonly title: string
  readonly session: Session
  readonly confidence?: Confidence
  readonly note?: string
  readonly refusals?: Refusals
}

/** `dg2` and `sc2` are further doors of the same side. */
export type DoorKey = Door | 'dg2' | 'sc2'
export type DoorsDef<Ctx, Q extends Fields, R extends Fields> = Contract<Q, R> &
  Handler<Ctx, Q, R> & { readonly [K in DoorKey]?: DoorDef }

const doorKeys: readonly DoorKey[] = ['dg', 'dg2', 'sc', 'sc2']
const moduleOfPackage: Record<Package | 'none', string> = {
  none: 'platform',
  basic: 'goods',
  link: 'links',
  share: 'links',
  order: 'orders',
  publisher: 'publishers',
  reward: 'rewards',
  report: 'reports',
  audience: 'audience',
  community: 'communities',
  content: 'content',
}
// SDKs read these directly under the root as an error, whatever the method.
const reservedRoots = new Set(['code', 'msg', 'sub_code', 'sub_msg', 'request_id'])
// Common parameters of the protocol: a business parameter of the same name could never be told apart.
const reservedParams = new Set([
  'method',
  'app_key',
  'sign',
  'sign_method',
  'timestamp',
  'v',
  'format',
  'simplify',
])
const namePattern = /^[A-Za-z][A-Za-z0-9_]*$/

/**
 * The two ways to declare methods whose handlers receive a `Ctx`. Both check the contract, compile its codec
 * and throw Error on a contract that could not be spoken on the wire.
 */
export function contracts<Ctx>() {
  return {
    /** One method: one wire name and its handler. */
    method<const Q extends Fields, const R extends Fields>(
      def: MethodDef<Ctx, Q, R>,
    ): Method<Ctx, Input<Q>, Output<R>> {
      return build(def, { ...def, door: null })
    },

    /**
     * An operation with several doors and one handler: a method a door, in the order dg, dg2, sc, sc2.
     * Fields marked `only` exist on their door alone; the handler sees them as optional and may always answer them.
     */
    doors<const Q extends Fields, const R extends Fields>(
      def: DoorsDef<Ctx, Q, R>,
    ): readonly Method<Ctx, Input<Q>, Output<R>>[] {
      const given = doorKeys.flatMap((key) => (def[key] === undefined ? [] : [{ key, own: def[key] }]))
      if (given.length === 0) throw new Error('doors() needs at least one door')
      return given.map(({ key, own }) => {
        const door = sideOf(key)
        const other = given.find((each) => sideOf(each.key) !== door)
        return build(def, { ...own, door, ...(other === undefined ? {} : { twin: other.own.name }) })
      })
    },
  }
}

function sideOf(key: DoorKey): Door {
  return key.startsWith('dg') ? 'dg' : 'sc'
}

type Face = DoorDef & { readonly door: Door | null; readonly twin?: string }

function build<Ctx, Q extends Fields, R extends Fields>(
  def: Contract<Q, R> & Handler<Ctx, Q, R>,
  face: Face,
): Method<Ctx, Input<Q>, Output<R>> {
  check(face.name, def.request, def.response)
  const note = face.note ?? def.note
  return {
    name: face.name,
    rootName: rootName(face.name),
    title: face.title,
    module: def.module ?? moduleOfPackage[def.permission],
    session: face.session,
    permission: def.permission,
    forMembers: def.forMembers ?? false,
    door: face.door,
    ...(face.twin === undefined ? {} : { twin: face.twin }),
    confidence: face.confidence ?? def.confidence ?? 'official-doc',
    repeatable: def.repeatable ?? isReading(face.name),
    ...(note === undefined ? {} : { note }),
    request: fieldsOfDoor(def.request, face.door),
    response: fieldsOfDoor(def.response, face.door),
    refusals: { ...def.refusals, ...face.refusals },
    decode: compileDecoder(def.request, face.door),
    encoders: compileEncoders(def.response, face.door),
    handle: (ctx, input) => def.handle(ctx, input),
  }
}

function check(name: string, request: Fields, response: Fields): void {
  if (!/^[a-z]+(\.[a-z0-9]+)+$/.test(name)) throw new Error(`${name}: not a method name`)
  for (const key of Object.keys(request)) {
    if (reservedParams.has(key)) throw new Error(`${name}: parameter ${key} belongs to the protocol`)
  }
  for (const key of Object.keys(response)) {
    if (reservedRoots.has(key)) throw new Error(`${name}: ${key} directly under the root reads as an error`)
  }
  checkNames(name, request)
  checkNames(name, response)
}

function checkNames(path: string, fields: Fields): void {
  for (const [key, field] of Object.entries(fields)) {
    if (!namePattern.test(key)) throw new Error(`${path}: ${key} is not a wire name`)
    checkNested(`${path} ${key}`, field)
  }
}

function checkNested(path: string, field: Field): void {
  if (field.kind === 'object') checkNames(path, field.fields)
  if (field.kind === 'list') checkNested(path, field.item)
}
