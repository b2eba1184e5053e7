import type { Db } from '../../store/store.ts'
import { libraryDays, libraryYears } from './library.ts'
import { deleteLibraryDays, insertLibraryYears, lockCalendar, upsertLibraryDays } from './rows.ts'

/** How many days were written and taken out, and which years became known. */
export type Entered = { written: number; removed: number; years: readonly number[] }

/**
 * Brings the calendar to what the library has; a newer library may know another year, or have been corrected. It is
 * never written over what an operator said of a day or a year.
 */
export async function enterLibrary(db: Db): Promise<Entered> {
  await lockCalendar(db)
  const written = await upsertLibraryDays(db, libraryDays)
  const removed = await deleteLibraryDays(db, { except: libraryDays, years: libraryYears })
  // Last, so that a year is never said to be known before its days are there.
  const years = await insertLibraryYears(db, libraryYears)
  return { written, removed, years }
}
