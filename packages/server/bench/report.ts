import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import type { Measurement } from './measure.ts'
import { type CaseResult, median, type StoreResult } from './run-cases.ts'

type Figures = {
  name: string
  what: string
  bare: number
  perSecond: number
  ratio: number
  ratios: number[]
  p50Ms: number
  p99Ms: number
  cpuCores: number | undefined
  databaseCores: number | undefined
  loadCores: number
  rssMib: number | undefined
  units: { perSecond: number; name: string } | undefined
  halfLoad: CaseResult['halfLoad']
  target: { ratio?: number; p99Ms: number }
  reached: boolean
}

/** The median of the rounds of a case. */
export function figuresOf({ case: one, rounds, halfLoad }: CaseResult): Figures {
  const of = (read: (server: Measurement) => number) => median(rounds.map(({ server }) => read(server)))
  const known = (read: (server: Measurement) => number | undefined) => {
    const values = rounds.flatMap(({ server }) => read(server) ?? [])
    return values.length === 0 ? undefined : median(values)
  }
  const ratios = rounds.map(({ bare, server }) => server.perSecond / bare.perSecond)
  const perSecond = of((server) => server.perSecond)
  const units = one.unitsARequest
  const { target } = one
  return {
    name: one.name,
    what: one.what,
    bare: median(rounds.map(({ bare }) => bare.perSecond)),
    perSecond,
    ratio: median(ratios),
    ratios,
    p50Ms: of((server) => server.p50Ms),
    p99Ms: of((server) => server.p99Ms),
    cpuCores: known((server) => server.cpuCores),
    databaseCores: known((server) => server.databaseCores),
    loadCores: of((server) => server.loadCores),
    rssMib: known((server) => server.rssMib),
    units: units && { perSecond: perSecond * units.count, name: units.name },
    halfLoad,
    target,
    reached: median(ratios) >= (target.ratio ?? 0) && halfLoad.p99Ms <= target.p99Ms,
  }
}

const heads = {
  en: [
    '',
    'requests/s',
    'of bare Fastify',
    'p50',
    'p99',
    'p99 at half load',
    'CPU: server + database',
    'memory',
  ],
  zh: ['', '每秒请求', '与裸Fastify之比', 'p50', 'p99', '半载p99', 'CPU：服务 + 数据库', '内存'],
}
const notes = {
  en: 'One process, 64 connections, JSON, median of the rounds; load generator and database on the same machine',
  zh: '单进程，64个连接，JSON，取各轮中位数；压测程序与数据库在同一台机器上',
}

/** The table for people, as Markdown. */
export function markdownTable(result: StoreResult, language: 'en' | 'zh'): string {
  const lines = [heads[language], heads[language].map((_, index) => (index === 0 ? '---' : '---:'))]
  for (const each of result.cases) {
    const figures = figuresOf(each)
    const { units } = figures
    lines.push([
      figures.what +
        (units ? ` (${count(units.perSecond)} ${language === 'zh' ? '事件/秒' : `${units.name}/s`})` : ''),
      count(figures.perSecond),
      figures.ratio.toFixed(2),
      ms(figures.p50Ms),
      ms(figures.p99Ms),
      ms(figures.halfLoad.p99Ms),
      `${figures.cpuCores?.toFixed(2) ?? '?'} + ${figures.databaseCores?.toFixed(2) ?? '?'}`,
      `${figures.rssMib ?? '?'} MiB`,
    ])
  }
  const { length } = cpus()
  const machine = language === 'zh' ? `${length}核机器` : `a machine of ${length} cores`
  return `${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n\n${notes[language]} (${machine}).\n`
}

/** Puts the table between the marks in both READMEs. */
export function writeReadmes(result: StoreResult, root: URL): void {
  for (const [file, language] of [
    ['README.md', 'en'],
    ['README.zh-CN.md', 'zh'],
  ] as const) {
    const path = new URL(file, root)
    const text = readFileSync(path, 'utf8')
    const marked = /(<!-- bench -->\n)[\s\S]*?(<!-- \/bench -->)/
    if (!marked.test(text)) throw new Error(`${file}: no <!-- bench --> marks`)
    writeFileSync(
      path,
      text.replace(marked, (_all, begin, end) => `${begin}${markdownTable(result, language)}${end}`),
    )
  }
}

function count(value: number): string {
  return Math.round(value).toLocaleString('en-US')
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`
}
