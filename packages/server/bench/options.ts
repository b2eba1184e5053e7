import { parseArgs } from 'node:util'

/** What a run of the bench is to do. */
export type Options = {
  rounds: number
  /** Of one measurement. */
  seconds: number
  halfLoadSeconds: number
  /** Names of cases; empty: all of them. */
  only: readonly string[]
  /** In the search case. */
  items: number
  soakMinutes: number
  json: string | undefined
  /** Where the server's CPU profile goes. */
  profile: string | undefined
  writeReadme: boolean
}

const usage = `usage: npm run bench -- [options]
  --quick            one short round of each case
  --rounds N         rounds of each case (5)
  --seconds N        seconds of one measurement (8)
  --only A,B         these cases alone
  --items N          goods in the search case (100000)
  --soak MINUTES     afterwards every case at once, and whether it got slower
  --json FILE        the figures as JSON
  --readme           writes the table into README.md and README.zh-CN.md
  --profile DIR      a CPU profile of the server, for Chrome's developer tools
  OPENTBK_BENCH_DATABASE_URL=postgres://…   the same again on that server
`

/** Undefined: the arguments are wrong, and the usage was printed. */
export function readOptions(args: readonly string[]): Options | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        quick: { type: 'boolean', default: false },
        rounds: { type: 'string' },
        seconds: { type: 'string' },
        only: { type: 'string', default: '' },
        items: { type: 'string', default: '100000' },
        soak: { type: 'string', default: '0' },
        json: { type: 'string' },
        readme: { type: 'boolean', default: false },
        profile: { type: 'string' },
      },
    })
    return {
      rounds: count('rounds', values.rounds ?? (values.quick ? '1' : '5'), 1),
      seconds: count('seconds', values.seconds ?? (values.quick ? '3' : '8'), 1),
      halfLoadSeconds: values.quick ? 3 : 10,
      only: values.only.split(',').flatMap((name) => name.trim() || []),
      items: count('items', values.items, 1000),
      soakMinutes: count('soak', values.soak, 0),
      json: values.json,
      profile: values.profile,
      writeReadme: values.readme,
    }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n${usage}`)
    return undefined
  }
}

function count(name: string, text: string, least: number): number {
  if (!/^\d{1,7}$/.test(text) || Number(text) < least)
    throw new Error(`--${name}: a whole number from ${least} expected`)
  return Number(text)
}
