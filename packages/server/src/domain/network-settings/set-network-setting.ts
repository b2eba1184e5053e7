import type { Context } from '../../context.ts'
import { type DecidedBy, recordDecisions } from '../decisions/index.ts'
import { BadField, FieldReader } from '../goods/index.ts'
import { type ListedSetting, toListed } from './list-network-settings.ts'
import { readValue } from './read-value.ts'
import { deleteSetting, insertChange, lockSettings, selectSettings, upsertSetting } from './rows.ts'
import { type Setting, type SettingValue, settings } from './settings-list.ts'

const MAX_REASON = 500

type SettingChange = {
  name: string
  /** JSON in the setting's unit; null goes back to what the program has. */
  value: unknown
  reason: unknown
  by: DecidedBy
}

/**
 * Holds for whatever is decided from now on, and is kept with its reason. BadField names what is wrong: `name`,
 * `value` or `reason`. A value that is set already changes nothing.
 */
export async function setNetworkSetting(ctx: Context, change: SettingChange): Promise<ListedSetting> {
  const setting = settings.find(({ name }) => name === change.name)
  if (!setting) throw new BadField('name', 'there is no such setting')
  const value = change.value === null ? undefined : readValue(setting, change.value)
  const reason = readReason(change.reason)
  await ctx.store.transact(async (tx) => {
    await lockSettings(tx)
    const before = (await selectSettings(tx)).get(setting.name)
    if (isSame(before, value)) return
    if (value === undefined) await deleteSetting(tx, setting.name)
    else await upsertSetting(tx, setting.name, value)
    const { name, by } = change
    await insertChange(tx, { name, before, after: value, reason, by, at: ctx.clock.now() })
    const figures = figuresOf(setting, before, value)
    await recordDecisions(ctx, tx, [{ kind: 'setting.change', by, reason, figures }])
  })
  return toListed(setting, value)
}

/** What was in force before and after. */
function figuresOf(setting: Setting, before: SettingValue | undefined, after: SettingValue | undefined) {
  return { name: setting.name, before: before ?? setting.default, after: after ?? setting.default }
}

function isSame(a: SettingValue | undefined, b: SettingValue | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function readReason(given: unknown): string {
  const reason = new FieldReader({ reason: given }).text('reason', MAX_REASON).trim()
  if (reason === '') throw new BadField('reason', 'missing')
  return reason
}
