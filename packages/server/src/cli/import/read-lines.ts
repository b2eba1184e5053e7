import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { parse } from 'csv-parse'
import type { RawRow } from '../../domain/goods/index.ts'
import { StartError } from '../../store/start-error.ts'

const MAX_RECORD_BYTES = 1 << 20

/**
 * A line of the file as a row, or why it is none. `line` is where it ends, the first line being 1; `bytes` is
 * how much of the file has been read with it.
 */
export type Line = { line: number; bytes: number } & ({ row: RawRow } | { problem: string })

/** Reads a CSV file with a header, or one JSON object a line where the name ends in .jsonl or .ndjson. */
export function readLines(file: string): AsyncGenerator<Line> {
  const stream = createReadStream(file, { highWaterMark: 1 << 18 })
  return /\.(jsonl|ndjson)$/i.test(file) ? readJson(stream) : readCsv(stream)
}

type Info = { info: { lines: number; bytes: number }; record: Record<string, string> }

async function* readCsv(stream: NodeJS.ReadableStream): AsyncGenerator<Line> {
  const skipped: Line[] = []
  const parser = parse({
    bom: true,
    columns: (header: string[]) => checkHeader(header),
    info: true,
    trim: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: MAX_RECORD_BYTES,
    on_skip: (error) => {
      skipped.push({
        line: Number(error?.lines ?? 0),
        bytes: Number(error?.bytes ?? 0),
        problem: error?.message ?? 'not readable',
      })
      return undefined
    },
  })
  stream.on('error', (error) => parser.destroy(error))
  for await (const { info, record } of stream.pipe(parser) as AsyncIterable<Info>) {
    yield* skipped.splice(0)
    yield { line: info.lines, bytes: info.bytes, row: record }
  }
  yield* skipped
}

function checkHeader(header: string[]): string[] {
  const names = header.map((name) => name.trim())
  if (names.some((name) => !/^[a-z_]+$/.test(name)) || new Set(names).size < names.length) {
    throw new StartError(
      `line 1: a header of field names expected, each once, like "shop,outer_id,title" / 第一行应为字段名`,
    )
  }
  return names
}

async function* readJson(stream: NodeJS.ReadableStream): AsyncGenerator<Line> {
  let line = 0
  let bytes = 0
  for await (const text of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    line++
    bytes += Buffer.byteLength(text) + 1
    if (text.trim() === '') continue
    const row = parseObject(text)
    yield row ? { line, bytes, row } : { line, bytes, problem: 'a JSON object expected' }
  }
}

function parseObject(text: string): RawRow | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as RawRow)
      : undefined
  } catch {
    return undefined
  }
}
