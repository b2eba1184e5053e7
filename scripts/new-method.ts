import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { refusals } from '@opentbk/top'
import { FactsError, type Operation, readOperation } from './method-facts.ts'
import { printMethod, printTest, shortName } from './print-method.ts'

const root = resolve(import.meta.dirname, '..')
const usage = 'usage: npm run new-method -- taobao.tbk.x.y [--facts DIR]\n'

function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { facts: { type: 'string', default: join(root, '../shared/facts/methods') } },
  })
  const [method, ...rest] = positionals
  if (!method || rest.length > 0) return fail(usage)
  try {
    const operation = readOperation(values.facts, method)
    return write(operation)
  } catch (error) {
    if (error instanceof FactsError) return fail(`${error.message}\n`)
    throw error
  }
}

function write(operation: Operation): number {
  const first = operation.doors[0]?.facts
  if (!first) return fail('the facts name no door\n')
  const name = shortName(first.method)
  const files: [path: string, text: string][] = [
    [join(root, `packages/server/src/methods/${first.module}/${name}.ts`), printMethod(operation)],
    [join(root, `packages/server/test/methods/${first.module}/${name}.test.ts`), printTest(operation)],
  ]
  const taken = files.filter(([path]) => existsSync(path)).map(([path]) => relative(root, path))
  if (taken.length > 0) return fail(`not overwritten: ${taken.join(', ')}\n`)
  for (const [path, text] of files) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    process.stdout.write(`wrote ${relative(root, path)}\n`)
  }
  format(files.map(([path]) => path))
  for (const warning of operation.warnings) process.stdout.write(`look at ${warning}\n`)
  for (const line of unknownRefusals(operation)) process.stdout.write(`${line}\n`)
  return 0
}

/** Documented codes without a refusal in the error table: to be told apart by hand. */
function unknownRefusals({ doors }: Operation): string[] {
  const known = new Set<string>(Object.values(refusals).map(({ subCode }) => subCode))
  return doors.flatMap(({ facts }) =>
    facts.errors
      .filter(({ code }) => !known.has(code))
      .map(({ code, meaning }) => `refusal without a name: ${facts.method}: ${code} ${meaning}`),
  )
}

function format(paths: string[]): void {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  execFileSync(process.execPath, [biome, 'check', '--write', '--log-level=error', ...paths], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'ignore'],
  })
}

function fail(message: string): number {
  process.stderr.write(message)
  return 1
}

process.exitCode = main()
