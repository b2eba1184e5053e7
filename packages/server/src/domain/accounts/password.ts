import { argon2, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { constantTimeEqual } from '../../keys/constant-time.ts'

// OWASP's least: 19 MiB, two passes, one lane. 32 ms of one core.
const COST = { memory: 19_456, passes: 2, parallelism: 1 }
const NONCE_BYTES = 16
const TAG_BYTES = 32
/** Longer texts are no password, and are not worth the work. */
const MAX_PASSWORD = 512
const AT_ONCE = 2
const MAX_WAITING = 100
const PHC = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([\w+/]+)\$([\w+/]+)$/

const derive = promisify(argon2)

/** Too many passwords are being looked at: nothing was decided about this one. */
export class PasswordsBusy extends Error {
  readonly statusCode = 503

  constructor() {
    super('too many sign-ins at the moment, please try again / 登录人数过多，请稍后再试')
    this.name = 'PasswordsBusy'
  }
}

export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(NONCE_BYTES)
  const tag = await argon2id(password, nonce, COST)
  const { memory, passes, parallelism } = COST
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${bare(nonce)}$${bare(tag)}`
}

/** Whether this is the password. Where there is none to compare with it takes as long, and is not. */
export async function verifyPassword(password: string, hash: string | undefined): Promise<boolean> {
  const [, memory, passes, parallelism, nonce, tag] = PHC.exec(hash ?? '') ?? []
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  const isKnown = nonce !== undefined && tag !== undefined
  const salt = isKnown ? Buffer.from(nonce, 'base64') : Buffer.alloc(NONCE_BYTES)
  const found = await argon2id(password.slice(0, MAX_PASSWORD), salt, isKnown ? cost : COST)
  return isKnown && constantTimeEqual(found, Buffer.from(tag, 'base64'))
}

async function argon2id(password: string, nonce: Buffer, cost: typeof COST): Promise<Buffer> {
  return inTurn(() =>
    derive('argon2id', { message: password.normalize('NFKC'), nonce, tagLength: TAG_BYTES, ...cost }),
  )
}

function bare(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '')
}

// Each takes a thread and 19 MiB: a crowd of sign-ins waits instead of taking the machine.
const waiting: (() => void)[] = []
let underWay = 0

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= MAX_WAITING) throw new PasswordsBusy()
  if (underWay >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else underWay++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else underWay--
  }
}
