import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Describable, describe, type FieldDescription, type MethodDescription } from '@opentbk/top'
import { describeDoors } from '../packages/server/src/ops/doors/describe-doors.ts'
import { describeOpenApi } from '../packages/server/src/ops/openapi.ts'
import { migrate } from '../packages/server/src/store/migrate.ts'
import { openPool } from '../packages/server/src/store/open.ts'
import { startScratchServer } from '../packages/server/src/store/private/scratch-server.ts'
import { dumpSchema } from '../packages/server/src/store/schema-dump.ts'
import { shortName } from './print-method.ts'
import { printApiIndex } from './printers/api-index.ts'
import { printApiPage } from './printers/api-page.ts'
import { printSdk } from './printers/sdk.ts'

const root = resolve(import.meta.dirname, '..')
const methods = join(root, 'packages/server/src/methods')
const apiPages = join(root, 'docs/api')

interface MethodFile {
  path: string
  name: string
  /** `doors()` declares several methods in one constant. */
  several: boolean
}

async function main(): Promise<number> {
  if (process.argv.includes('--schema')) return writeSchema()
  const files = findMethodFiles()
  const all = await loadAll(files)
  const printed = [
    [join(methods, 'catalogue.generated.ts'), printCatalogue(files)] as const,
    ...printFromContracts(all),
  ]
  const stale = printed.filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text)
  const gone = listPages().filter((page) => !printed.some(([path]) => path === page))
  if (process.argv.includes('--check')) {
    for (const path of [...stale.map(([path]) => path), ...gone])
      process.stdout.write(`${relative(root, path)} is out of date: npm run generate\n`)
    return stale.length + gone.length === 0 ? 0 : 1
  }
  mkdirSync(apiPages, { recursive: true })
  for (const [path, text] of stale) writeFileSync(path, text)
  for (const path of gone) rmSync(path)
  process.stdout.write(
    `${files.length} method files, ${stale.length} files written, ${gone.length} removed\n`,
  )
  return 0
}

/** Everything that outsiders read of the contracts. */
function printFromContracts(all: Describable[]): (readonly [path: string, text: string])[] {
  const described = all.map(describe)
  return [
    [join(root, 'docs/methods.md'), printReference(described)],
    [join(root, 'docs/catalogue.json'), printJson({ methods: described })],
    [join(root, 'docs/openapi.json'), printJson(describeOpenApi(all))],
    [join(root, 'docs/openapi-admin.json'), printJson(describeDoors('operators'))],
    [join(root, 'docs/openapi-account.json'), printJson(describeDoors('members'))],
    [join(root, 'packages/sdk/src/methods.generated.ts'), printSdk(all)],
    [join(apiPages, 'README.md'), printApiIndex(all)],
    ...all.map((method) => [join(apiPages, `${method.name}.md`), printApiPage(method)] as const),
  ]
}

function listPages(): string[] {
  return existsSync(apiPages) ? readdirSync(apiPages).map((file) => join(apiPages, file)) : []
}

function printJson(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`
}

/** Needs a database, if a short-lived one: so it is not part of the check, and a test compares it instead. */
async function writeSchema(): Promise<number> {
  const server = await startScratchServer()
  try {
    const pool = await openPool(server.url, 1)
    await migrate(pool)
    writeFileSync(join(root, 'packages/server/src/store/schema.sql'), await dumpSchema(pool))
    await pool.end()
  } finally {
    await server.stop()
  }
  process.stdout.write('packages/server/src/store/schema.sql written\n')
  return 0
}

function findMethodFiles(): MethodFile[] {
  return readdirSync(methods, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== '_shapes')
    .flatMap((folder) => readdirSync(join(methods, folder.name)).map((file) => `${folder.name}/${file}`))
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .sort()
    .map(readMethodFile)
}

function readMethodFile(path: string): MethodFile {
  const text = readFileSync(join(methods, path), 'utf8')
  const exported = [...text.matchAll(/^export (?:const|function|class) (\w+)(?: = (method|doors)\()?/gm)]
  const [only] = exported
  if (exported.length !== 1 || !only?.[1] || !only[2]) {
    throw new Error(`methods/${path}: a method file exports one constant, made by method() or doors()`)
  }
  return { path, name: only[1], several: only[2] === 'doors' }
}

function printCatalogue(files: MethodFile[]): string {
  const imports = files.map(({ path, name }) => `import { ${name} } from './${path}'\n`).join('')
  const entries = files.map(({ name, several }) => `  ${several ? '...' : ''}${name},\n`).join('')
  return `// Printed by npm run generate from the files in this folder.
import type { ServerMethod } from './define.ts'
${imports}
export const catalogue: readonly ServerMethod[] = [
${entries}]
`
}

async function loadAll(files: MethodFile[]): Promise<Describable[]> {
  const all: Describable[] = []
  for (const { path, name } of files) {
    const loaded = (await import(pathToFileURL(join(methods, path)).href)) as Record<
      string,
      Describable | Describable[]
    >
    const contracts = [loaded[name] ?? []].flat()
    if (!contracts.some((method) => path.endsWith(`/${shortName(method.name)}.ts`))) {
      throw new Error(`methods/${path}: a method file carries the wire name of its method`)
    }
    all.push(...contracts)
  }
  return all.sort((a, b) => (a.name < b.name ? -1 : 1))
}

function printReference(all: readonly MethodDescription[]): string {
  const rows = all.map((method) =>
    row([`\`${method.name}\``, method.title, method.session, method.permission, method.confidence]),
  )
  return `<!-- Printed by npm run generate from the contracts. -->
# Methods / 方法一览

What this server answers, one row a method. Below the table: fields that are documented, but for which this
network has no data, so they are never sent; and parameters that are accepted without effect. The whole
contracts are at \`/catalogue.json\`.

本服务器支持的方法，每行一个。表格之后列出：文档中存在、但本网络没有数据因而从不返回的字段，以及接受但不起作用的参数。
完整契约见 \`/catalogue.json\`。

${row(['method', 'title', 'session', 'permission', 'known from'])}
|---|---|---|---|---|
${rows.join('\n')}

${all.flatMap(printGaps).join('\n')}`
}

/** What a method leaves out, a line a reason. */
function printGaps(method: MethodDescription): string[] {
  const unfilled = byReason(method.response, 'unfilled')
  const ignored = byReason(method.request, 'ignored')
  if (unfilled.length + ignored.length === 0) return []
  return [
    `## ${method.name}`,
    '',
    ...unfilled.map(([reason, names]) => `- not sent, ${reason}: ${names.join(', ')}`),
    ...ignored.map(([reason, names]) => `- without effect, ${reason}: ${names.join(', ')}`),
    '',
  ]
}

function byReason(fields: readonly FieldDescription[], gap: 'unfilled' | 'ignored'): [string, string[]][] {
  const names = new Map<string, Set<string>>()
  const collect = (list: readonly FieldDescription[]) => {
    for (const field of list) {
      const reason = field[gap]
      if (reason) names.set(reason, (names.get(reason) ?? new Set()).add(`\`${field.name}\``))
      else collect(field.fields ?? [])
    }
  }
  collect(fields)
  return [...names].map(([reason, set]) => [reason, [...set]])
}

function row(cells: string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`
}

process.exitCode = await main()
