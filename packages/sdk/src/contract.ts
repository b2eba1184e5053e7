import type { RequestShape } from '@opentbk/top/client'

/** What is known of a field when a call runs. `isId`: a number that is read as text, by every digit. */
export type Shape = RequestShape & {
  readonly isId?: true
  readonly fields?: Shapes
  readonly item?: Shape
}
export type Shapes = { readonly [name: string]: Shape }

/** A method as the client runs it. Printed from the server's contracts. */
export interface Contract {
  readonly name: string
  /** Whether the client's session goes along. */
  readonly takesSession: boolean
  /** Whether a call of which nobody knows if it was done may be sent again. */
  readonly repeatable: boolean
  readonly request: Shapes
  readonly response: Shapes
}

export function object(fields: Shapes): Shape {
  return { kind: 'object', fields }
}

export function list(item: Shape): Shape {
  return { kind: 'list', item }
}
