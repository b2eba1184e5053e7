import type { Db } from '../../store/store.ts'
import { selectSettings } from './rows.ts'
import { type NetworkSettings, type Setting, type SettingValue, settingsList } from './settings-list.ts'

/** What rules go by now: what the operator has set, and what the program has for the rest. */
export async function getNetworkSettings(db: Db): Promise<NetworkSettings> {
  const kept = await selectSettings(db)
  const values = Object.entries<Setting>(settingsList).map(([key, setting]) => [
    key,
    inForce(setting, kept.get(setting.name)),
  ])
  return Object.fromEntries(values)
}

function inForce(setting: Setting, kept: SettingValue | undefined): SettingValue | bigint {
  const value = kept ?? setting.default
  return setting.unit === 'fen' ? BigInt(Number(value)) : value
}
