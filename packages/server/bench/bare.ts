import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { RecordedAnswer } from './recorded-answer.ts'

/** The bare Fastify in a process of its own. */
export class Bare {
  readonly address: string
  readonly #child: ChildProcess

  private constructor(child: ChildProcess, address: string) {
    this.#child = child
    this.address = address
  }

  static async start(): Promise<Bare> {
    const child = fork(new URL('./bare-server.ts', import.meta.url))
    const [address] = await once(child, 'message')
    return new Bare(child, address as string)
  }

  get pid(): number {
    return this.#child.pid as number
  }

  async answerWith(answer: RecordedAnswer): Promise<void> {
    this.#child.send(answer)
    await once(this.#child, 'message')
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, 'exit')
    this.#child.disconnect()
    await ended
  }
}
