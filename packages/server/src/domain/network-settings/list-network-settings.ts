import type { Context } from '../../context.ts'
import { selectSettings } from './rows.ts'
import { type Setting, type SettingValue, settings } from './settings-list.ts'

/** A setting as it is in force, and what it may be. */
export type ListedSetting = Setting & {
  value: SettingValue
  /** Nobody has set it. */
  isDefault: boolean
}

/** All of them, those of the rules first. */
export async function listNetworkSettings(ctx: Context): Promise<ListedSetting[]> {
  const kept = await selectSettings(ctx.store.read)
  return settings.map((setting) => toListed(setting, kept.get(setting.name)))
}

export function toListed(setting: Setting, kept: SettingValue | undefined): ListedSetting {
  return { ...setting, value: kept ?? setting.default, isDefault: kept === undefined }
}
