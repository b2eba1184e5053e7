import { formatYuan } from '@opentbk/top'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import { BadField } from '../../domain/goods/index.ts'
import {
  type ListedSetting,
  listNetworkSettings,
  setNetworkSetting,
} from '../../domain/network-settings/index.ts'
import { StartError } from '../../store/start-error.ts'

type Run = (work: (ctx: Context) => Promise<number>) => Promise<void>

const say = (line: string) => process.stdout.write(`${line}\n`)

/** What the rules of permission packages go by. */
export function addPermissionSettingCommands(permission: Command, run: Run): void {
  permission
    .command('settings')
    .description('prints what rules go by / 列出规则参数')
    .action(() => run(printSettings))

  permission
    .command('set <name> <value>')
    .description(
      'changes one from now on; several days with commas, "default" goes back / 修改参数，default 为恢复默认',
    )
    .requiredOption('--reason <text>', 'kept with it / 理由')
    .action((name: string, value: string, flags: { reason: string }) =>
      run((ctx) => set(ctx, { name, value, reason: flags.reason })),
    )
}

async function printSettings(ctx: Context): Promise<number> {
  for (const setting of await listNetworkSettings(ctx)) printSetting(setting)
  return 0
}

async function set(ctx: Context, wanted: { name: string; value: string; reason: string }): Promise<number> {
  const { name, reason } = wanted
  const value = wanted.value === 'default' ? null : wanted.value
  try {
    printSetting(
      await setNetworkSetting(ctx, { name, value, reason, by: { kind: 'operator', operatorId: undefined } }),
    )
    return 0
  } catch (error) {
    if (!(error instanceof BadField)) throw error
    throw new StartError(`${error.field === 'reason' ? '--reason' : error.field}: ${error.reason}`)
  }
}

function printSetting(setting: ListedSetting): void {
  const { name, rule, zh, en, isDefault } = setting
  const parts = [
    name,
    shown(setting),
    ...(isDefault ? ['(default)'] : []),
    ...(rule === undefined ? [] : [rule]),
    `${en} / ${zh}`,
  ]
  say(parts.join('  '))
}

function shown({ value, unit }: ListedSetting): string {
  if (typeof value === 'object') return value.join(',')
  return unit === 'fen' ? `${value} (${formatYuan(BigInt(Number(value)))} yuan)` : String(value)
}
