import { admin } from '../packages/server/test/setup/database.ts'
import { addCounts, type Counts, hasFailed, printSkipped, runTests } from './run-tests.ts'

const args = process.argv.slice(2)
const external = process.env.OPENTBK_TEST_DATABASE_URL

async function main(): Promise<number> {
  const unreachable = external ? await tryDatabase(external) : undefined
  if (unreachable) {
    say(`OPENTBK_TEST_DATABASE_URL: no usable PostgreSQL there: ${unreachable}`)
    say('OPENTBK_TEST_DATABASE_URL 指向的 PostgreSQL 无法使用，原因见上')
    say('0 passed, 1 failed')
    return 1
  }
  let counts = await run('private', args)
  if (external) counts = addCounts(counts, await run('external', args))
  printSkipped(counts)
  if (!external) {
    say('skipped: the second run, on an external PostgreSQL: OPENTBK_TEST_DATABASE_URL is not set')
    say('已跳过：未设置 OPENTBK_TEST_DATABASE_URL，因此没有在外部 PostgreSQL 上再跑一遍')
  }
  if (counts.passed + counts.failed === 0) say('no test ran / 没有运行任何测试')
  say(`${counts.passed} passed, ${counts.failed} failed`)
  return hasFailed(counts) ? 1 : 0
}

function run(store: 'private' | 'external', filter: string[]): Promise<Counts> {
  say(
    `tests on ${store === 'private' ? 'a private PostgreSQL' : 'the PostgreSQL of OPENTBK_TEST_DATABASE_URL'}`,
  )
  process.env.OPENTBK_TEST_STORE = store
  // What never meets a database needs no second run.
  return runTests(filter, store === 'external' ? { project: ['server'] } : {})
}

/** Asks by a real connection before minutes of tests are spent; what is wrong, or nothing. */
async function tryDatabase(url: string): Promise<string | undefined> {
  const tooOld = "current_setting('server_version_num')::int < 150000"
  try {
    await admin(url, `do $$ begin if ${tooOld} then raise 'PostgreSQL 15 or newer is needed'; end if; end $$`)
    return undefined
  } catch (error) {
    return messageOf(error)
  }
}

/** A refused connection may be several errors, one an address, with an empty message of their own. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('; ')
  return error instanceof Error ? error.message : String(error)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

process.exitCode = await main()
