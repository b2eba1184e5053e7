import { readSetting, writeSetting } from '../settings.ts'
import type { Db } from '../store/store.ts'

/** Which rows are the demo network's own, as kept in the setting `demo_network`. Ids as text: JSON has no bigint. */
export type DemoRecord = {
  appKey: string
  providerAppKey: string
  /** The app of the second publisher, who stands for everybody else in a network. */
  secondAppKey: string
  publisherId: string
  secondPublisherId: string
  providerId: string
  pid: string
  secondPid: string
  relationId: string
  specialId: string
  shopId: string
  shopKey: string
  itemIds: string[]
}

export async function findDemoRecord(db: Db): Promise<DemoRecord | undefined> {
  const value = await readSetting(db, 'demo_network')
  return typeof value === 'object' && value !== null ? (value as DemoRecord) : undefined
}

export async function writeDemoRecord(db: Db, record: DemoRecord): Promise<void> {
  await writeSetting(db, 'demo_network', record)
}
