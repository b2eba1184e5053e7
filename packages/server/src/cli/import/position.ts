import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Db, Tx } from '../../store/store.ts'

/** How far an import has come, and what became of the lines so far. */
export type Position = {
  /** Rows of the file that were dealt with. */
  done: number
  added: number
  changed: number
  unchanged: number
  refused: number
  /** The length of the report that belongs to them. */
  reportBytes: number
}

/** An import is known by what it imports, not by the file's name. */
export type ImportKey = { kind: string; digest: string }

export const atStart: Position = { done: 0, added: 0, changed: 0, unchanged: 0, refused: 0, reportBytes: 0 }

export async function digestFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk)
  return hash.digest('hex')
}

/** Where an import of this content was cut off; the start where it never was, or came to its end. */
export async function readPosition(db: Db, key: ImportKey): Promise<Position> {
  const row = await db
    .selectFrom('imports')
    .selectAll()
    .where('kind', '=', key.kind)
    .where('digest', '=', key.digest)
    .where('finished_at', 'is', null)
    .executeTakeFirst()
  if (!row) return atStart
  return {
    done: Number(row.lines_done),
    added: Number(row.added),
    changed: Number(row.changed),
    unchanged: Number(row.unchanged),
    refused: Number(row.refused),
    reportBytes: Number(row.report_bytes),
  }
}

export async function writePosition(
  db: Db | Tx,
  key: ImportKey,
  at: { position: Position; isFinished: boolean },
): Promise<void> {
  const { position } = at
  const now = new Date()
  const row = {
    lines_done: BigInt(position.done),
    added: BigInt(position.added),
    changed: BigInt(position.changed),
    unchanged: BigInt(position.unchanged),
    refused: BigInt(position.refused),
    report_bytes: BigInt(position.reportBytes),
    finished_at: at.isFinished ? now : null,
    updated_at: now,
  }
  await db
    .insertInto('imports')
    .values({ ...key, ...row })
    .onConflict((conflict) => conflict.columns(['kind', 'digest']).doUpdateSet(row))
    .execute()
}
