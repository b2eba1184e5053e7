import { appendFile, chmod, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Context } from '../../context.ts'
import { type RowResult, type ShopSecret, settleImport } from '../../domain/goods/index.ts'
import { StartError } from '../../store/start-error.ts'
import { kinds } from './kinds.ts'
import {
  atStart,
  digestFile,
  type ImportKey,
  type Position,
  readPosition,
  writePosition,
} from './position.ts'
import { Progress } from './progress.ts'
import { type Line, readLines } from './read-lines.ts'
import { RefusalReport, type RefusedLine } from './refusal-report.ts'

export type ImportOptions = { kind: string; file: string; report?: string | undefined }

const say = (line: string) => process.stdout.write(`${line}\n`)

/**
 * Imports a file. Batches commit on their own, with the position: run again after a kill, it goes on from
 * there; run again after its end, it finds everything unchanged. Status 1 where lines were refused.
 */
export async function importCommand(ctx: Context, options: ImportOptions): Promise<number> {
  const kind = kinds[options.kind]
  if (!kind) throw new StartError(`kind: one of ${Object.keys(kinds).join(', ')} expected / 类型有误`)
  const { size } = await stat(options.file).catch(() => {
    throw new StartError(`${options.file}: cannot be read / 无法读取`)
  })
  const key = { kind: options.kind, digest: await digestFile(options.file) }
  const from = await readPosition(ctx.store.read, key)
  if (from.done > 0) say(`goes on after ${from.done} lines / 从第 ${from.done} 行之后继续`)
  const reportPath = options.report ?? `${options.file}.refused.csv`
  if (resolve(reportPath) === resolve(options.file)) {
    throw new StartError('--report: must not be the file that is imported / 不能与导入文件相同')
  }
  const report = await RefusalReport.open(reportPath, from.reportBytes)
  const run = new ImportRun(ctx, { kind, key, from, report, secretsPath: `${options.file}.secrets.csv` })
  const progress = new Progress(size)
  try {
    for await (const line of readLines(options.file)) {
      if (await run.add(line)) progress.show(line.bytes, run.seen)
    }
    await run.end()
    progress.end(run.seen)
  } finally {
    await report.close()
  }
  const { position } = run
  if (position.added + position.changed > 0 && key.kind !== 'orders') await settleImport(ctx)
  await writePosition(ctx.store.read, key, { position, isFinished: true })
  summarize(position, reportPath)
  return position.refused > 0 ? 1 : 0
}

function summarize(position: Position, reportPath: string): void {
  const { done, added, changed, unchanged, refused } = position
  say(`${done} lines: ${added} added, ${changed} changed, ${unchanged} unchanged, ${refused} refused`)
  say(`共 ${done} 行：新增 ${added}，更新 ${changed}，未变 ${unchanged}，拒绝 ${refused}`)
  if (refused > 0) say(`refused lines / 被拒绝的行: ${reportPath}`)
}

type Setting = {
  kind: (typeof kinds)[string] & object
  key: ImportKey
  from: Position
  report: RefusalReport
  secretsPath: string
}

/** Gathers lines into batches. One batch is read while the one before is written, never more. */
class ImportRun {
  position: Position
  /** Lines read so far, those of an earlier run among them. */
  seen = 0
  readonly #ctx: Context
  readonly #setting: Setting
  #batch: Line[] = []
  #running: Promise<void> = Promise.resolve()

  constructor(ctx: Context, setting: Setting) {
    this.#ctx = ctx
    this.#setting = setting
    this.position = setting.from
  }

  /** Answers whether a batch was full. */
  async add(line: Line): Promise<boolean> {
    this.seen++
    if (this.seen <= this.#setting.from.done) return false
    this.#batch.push(line)
    if (this.#batch.length < this.#setting.kind.rows) return false
    await this.#flush()
    return true
  }

  async end(): Promise<void> {
    if (this.#batch.length > 0) await this.#flush()
    await this.#running
  }

  async #flush(): Promise<void> {
    const lines = this.#batch
    this.#batch = []
    const before = this.#running
    const next = this.#take(lines, before)
    // It is awaited by the batch after it, or at the end; until then a failure must not go unhandled.
    next.catch(() => {})
    this.#running = next
    await before
  }

  async #take(lines: readonly Line[], after: Promise<void>): Promise<void> {
    const readable = lines.flatMap((line) => ('row' in line ? [line.row] : []))
    let position = atStart
    await this.#setting.kind.take(this.#ctx, {
      rows: readable,
      after,
      also: async (tx, results) => {
        position = await this.#count(lines, results)
        await writePosition(tx, this.#setting.key, { position, isFinished: false })
      },
      keepSecrets: (secrets) => keepSecrets(this.#setting.secretsPath, secrets),
    })
    this.position = position
  }

  async #count(lines: readonly Line[], results: readonly RowResult[]): Promise<Position> {
    const position = { ...this.position, done: this.position.done + lines.length }
    const refused: RefusedLine[] = []
    let at = 0
    for (const line of lines) {
      const result = 'row' in line ? (results[at++] as RowResult) : unreadable(line.problem)
      position[result.status]++
      if (result.status === 'refused') refused.push({ ...result, line: line.line })
    }
    position.reportBytes = await this.#setting.report.write(refused, this.position.reportBytes)
    return position
  }
}

function unreadable(problem: string): RowResult & { status: 'refused' } {
  return { status: 'refused', field: '', reason: problem }
}

async function keepSecrets(path: string, secrets: readonly ShopSecret[]): Promise<void> {
  const text = secrets.map(({ shopKey, secret }) => `${shopKey},${secret}\n`).join('')
  await appendFile(path, text, { mode: 0o600 })
  await chmod(path, 0o600)
}
