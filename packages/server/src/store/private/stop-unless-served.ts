import { Client } from 'pg'
import { tryServerLock } from '../watch.ts'

/** A private database that a server has come to use meanwhile stays; else none is left running without one. */
export async function stopUnlessServed(database: { url: string; stop(): Promise<void> }): Promise<void> {
  const client = new Client({ connectionString: database.url })
  client.on('error', () => {})
  try {
    await client.connect()
    // Held while the database stops, so that no server begins on it just then.
    if (await tryServerLock(client)) await database.stop()
  } finally {
    await client.end()
  }
}
