import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { readOptions } from './options.ts'
import { figuresOf, markdownTable, writeReadmes } from './report.ts'
import { runCases, type StoreResult } from './run-cases.ts'

const root = new URL('../../../', import.meta.url)
const say = (line: string) => process.stdout.write(`${line}\n`)

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2))
  if (!options) return 2
  const external = process.env.OPENTBK_BENCH_DATABASE_URL
  const results: StoreResult[] = []
  for (const databaseUrl of external ? [undefined, external] : [undefined]) {
    say(`\n${databaseUrl === undefined ? 'private' : 'external'} PostgreSQL: making the data`)
    const result = await runCases(options, databaseUrl, say)
    results.push(result)
    say(`\n${markdownTable(result, 'en')}`)
    for (const each of result.cases) {
      const { name, ratio, halfLoad, target, reached } = figuresOf(each)
      const aims = [
        ...(target.ratio === undefined ? [] : [`ratio ${ratio.toFixed(2)} (aim ${target.ratio})`]),
        `p99 at half load ${halfLoad.p99Ms.toFixed(1)} ms (aim ${target.p99Ms})`,
      ]
      say(`${reached ? 'reached' : 'MISSED '}  ${name.padEnd(9)} ${aims.join(', ')}`)
    }
  }
  if (options.json) writeFileSync(options.json, `${JSON.stringify(asJson(results), null, 2)}\n`)
  if (options.writeReadme) writeReadmes(results[0] as StoreResult, root)
  return 0
}

function asJson(results: readonly StoreResult[]) {
  return {
    node: process.version,
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    stores: results.map(({ store, cases, soak }) => ({ store, cases: cases.map(figuresOf), soak })),
  }
}

process.exitCode = await main()
