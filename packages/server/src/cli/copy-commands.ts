import { resolve } from 'node:path'
import { formatYuan } from '@opentbk/top'
import type { Command } from 'commander'
import { type DataConfig, readDataConfig } from '../config.ts'
import { backUp, move, restore } from '../store/backup/backup.ts'
import type { CopySums } from '../store/backup/copy-format.ts'
import { safeUrl } from '../store/open.ts'
import { StartError } from '../store/start-error.ts'
import { withAddress, withNewAddress } from './with-data.ts'

type Door = {
  program: Command
  dataFlag(): string | undefined
  /** Runs a command that answers its exit status. */
  run(work: () => Promise<number>): Promise<void>
}

const say = (line: string) => process.stdout.write(`${line}\n`)

/** The commands that copy a whole network: into a file, out of one, to another PostgreSQL. */
export function addCopyCommands({ program, dataFlag, run }: Door): void {
  const config = () => readDataConfig(dataFlag(), process.env)

  program
    .command('backup <file>')
    .description(
      'writes all data into one file, also while the server runs; the master key is not in it / 备份到一个文件（不含主密钥），服务器可照常运行',
    )
    .action((file: string) => run(() => backupCommand(config(), resolve(file))))

  program
    .command('restore <file>')
    .description(
      'fills an empty database with a backup; no server may run on it / 把备份恢复到空数据库（服务器须停止）',
    )
    .action((file: string) => run(() => restoreCommand(config(), resolve(file))))

  program
    .command('move <url>')
    .description(
      'copies all data into an empty PostgreSQL of yours; no server may run / 把数据迁移到您的 PostgreSQL（空库，服务器须停止）',
    )
    .action((url: string) => run(() => moveCommand(config(), url)))
}

async function backupCommand(config: DataConfig, file: string): Promise<number> {
  const { header, trailer, bytes } = await withAddress(config, (url) => backUp(url, file))
  say(`backup of ${header.mode} data as of ${header.takenAt}: ${file}, ${(bytes / 2 ** 20).toFixed(1)} MiB`)
  tellSums(trailer.sums)
  tellKey(config, header.mode, 'The backup does not hold the master key: keep a copy of it elsewhere')
  return 0
}

async function restoreCommand(config: DataConfig, file: string): Promise<number> {
  const { header, sums } = await withNewAddress(config, (url) => restore(file, url))
  say(`restored: ${header.mode} data as of ${header.takenAt}, every sum is as it was`)
  tellSums(sums)
  tellKey(config, header.mode, 'The server needs the master key that this data was made with')
  return 0
}

async function moveCommand(config: DataConfig, target: string): Promise<number> {
  if (!/^postgres(ql)?:\/\//.test(target)) throw new StartError('url: must begin with postgres://')
  const { header, sums } = await withAddress(config, (url) => move(url, target))
  say(`moved to ${safeUrl(target)}: every sum is as it was / 迁移完成，校验一致`)
  tellSums(sums)
  say('From now on start the server with that address / 今后请这样启动：')
  const mode = header.mode === 'production' ? ' --mode production' : ''
  say(`  DATABASE_URL=${safeUrl(target)} npm start --${mode} --data ${config.dataDir}`)
  say('The old database is left as it was: without DATABASE_URL a start would go on with that one.')
  say('原数据库保持不变；启动时若未设置 DATABASE_URL，仍会使用旧库。')
  tellKey(config, header.mode, 'The master key does not move')
  return 0
}

function tellSums({ tables, ledger }: CopySums): void {
  for (const [table, { rows }] of Object.entries(tables)) if (rows !== '0') say(`${table.padEnd(24)} ${rows}`)
  const accounts = Object.entries(ledger)
  for (const [account, fen] of accounts) say(`${account.padEnd(24)} ${formatYuan(BigInt(fen))}`)
  const total = accounts.reduce((sum, [, fen]) => sum + BigInt(fen), 0n)
  say(`${'sum of the ledger'.padEnd(24)} ${formatYuan(total)}`)
}

function tellKey({ dataDir, masterKeys }: DataConfig, mode: string, sentence: string): void {
  const isKept = mode === 'sandbox' && masterKeys === undefined
  const place = isKept ? `the file ${resolve(dataDir, 'key')}` : 'OPENTBK_MASTER_KEY'
  process.stderr.write(`${sentence}: ${place}. / 主密钥不在其中，请另行妥善保管。\n`)
}
