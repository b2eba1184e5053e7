import type { ServerResponse } from 'node:http'

export type Reply = { status: number; head: readonly string[]; body: Buffer }

type Ready = Reply & { response: ServerResponse }

let ready: Ready[] = []

/**
 * Answers at the end of this turn of the event loop, after everything else that was read in it: the first write
 * wakes whoever waits at the other end, which costs more than the write itself, and those behind find it awake.
 * `head` has names and values in turn.
 */
export function send(response: ServerResponse, { status, head, body }: Reply): void {
  if (ready.push({ response, status, head, body }) === 1) setImmediate(sendReady)
}

function sendReady(): void {
  const replies = ready
  ready = []
  for (const { response, status, head, body } of replies) {
    response.writeHead(status, [...head, 'content-length', String(body.length), ...EVERY_HEAD])
    // The bytes as one-byte characters: so head and body leave in one piece, and are not measured again.
    response.end(body.toString('latin1'), 'latin1')
  }
}

const EVERY_HEAD = ['x-content-type-options', 'nosniff']

/** `head`: besides the content type. */
export function sendJson(
  response: ServerResponse,
  { status, value, head = [] }: { status: number; value: object; head?: readonly string[] },
): void {
  const type = ['content-type', 'application/json; charset=utf-8']
  send(response, { status, head: [...type, ...head], body: Buffer.from(JSON.stringify(value)) })
}
