import type { Logger } from 'pino'
import type { Clock } from './clock.ts'
import type { Keyring } from './keys/keyring.ts'
import type { Caches } from './store/caches.ts'
import type { SharedRedis } from './store/redis.ts'
import type { Store } from './store/store.ts'

export type Mode = 'sandbox' | 'production'

/** Who sends mails. */
export type Mailer = {
  send(mail: { to: string; subject: string; text: string }): Promise<void>
}

/** What every verb of the domain may use. One a server. */
export type Context = {
  readonly store: Store
  readonly caches: Caches
  readonly keys: Keyring
  readonly clock: Clock
  readonly mode: Mode
  /** Where shoppers and clients reach this server, without a slash at the end. */
  readonly publicUrl: string
  /** Where files for the bank are written. */
  readonly payoutDir: string
  readonly log: Logger
  /** Where several processes on the data keep what they share; undefined: this is the only one. */
  readonly shared?: SharedRedis | undefined
  /** Undefined: mails stay in the outbox. */
  readonly mailer?: Mailer | undefined
  /** Whose X-Forwarded-For the JSON doors and pages believe. */
  readonly trustedProxies?: readonly string[] | undefined
}

/** The app that calls: whose it is decides whom a dg method acts for. */
export type CallingApp = {
  readonly id: bigint
  readonly key: string
  readonly ownerId: bigint
}

/** What the verbs of a publisher get, whoever asks them. */
export type PromoterContext = Context & {
  /** The publisher whose links and orders these are. In a call: the app's owner, or the one whose session was sent. */
  readonly promoterId: bigint
}

/** What a method's handler gets: the server's context and who is calling, for whom. */
export type CallContext = PromoterContext & {
  readonly app: CallingApp
  /** The caller's address, for taobao.appip.get. */
  readonly ip: string
}
