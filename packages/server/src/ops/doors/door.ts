/** In both languages: Chinese, English. */
export type Words = readonly [zh: string, en: string]

/** A JSON Schema. */
export type Schema = { readonly [keyword: string]: unknown }

/** A member of a body, or a parameter of a query. */
export type Input = { schema: Schema; words: Words; isOptional: boolean }
export type Inputs = Readonly<Record<string, Input>>

/** An operation of a JSON door, as its readers need it. */
export type Door = {
  /** Verb and path, as the route is registered. */
  at: string
  does: Words
  /** Every parameter that the query may have; a query of others is refused, unless the door reads none. */
  query?: Inputs
  /** Every member that the body may have; one of others is refused, unless the door reads none. */
  body?: Inputs
  /** Members of the body of which one at least is needed. */
  needsOneOf?: readonly string[]
  /** Statuses of its own, the one of success first. */
  answers: readonly number[]
  /** What it answers, unless JSON. */
  answerType?: string
  /** Nobody needs to be signed in. */
  isOpen?: true
}
