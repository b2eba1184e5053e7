import { Command } from 'commander'
import { StartError } from '../store/start-error.ts'
import { checkLedger } from './check-ledger.ts'
import { createOperatorCommand } from './create-operator-command.ts'
import { withData } from './with-data.ts'

const program = new Command('opentbk')
  .description(
    'Looks after the data of an OpenTBK server, also while it runs / 维护 OpenTBK 的数据，服务器运行时亦可',
  )
  .option(
    '--data <dir>',
    'the data folder (OPENTBK_DATA, else ./data); with DATABASE_URL the database is that one / 数据目录',
  )
  .showHelpAfterError()

const dataFlag = () => program.opts<{ data?: string }>().data

program
  .command('operator')
  .description('operators of the network / 运营人员')
  .command('create <name>')
  .description('makes an operator and prints the token, once / 新建运营人员并打印令牌（仅此一次）')
  .action((name: string) => run((ctx) => createOperatorCommand(ctx, name)))

program
  .command('ledger')
  .description('the ledger / 账本')
  .command('check')
  .description('adds up the ledger and compares it with the orders; status 1 where they differ / 核对账本与订单')
  .action(() => run(checkLedger))

async function run(work: Parameters<typeof withData>[1]): Promise<void> {
  try {
    process.exitCode = await withData(dataFlag(), work)
  } catch (error) {
    if (!(error instanceof StartError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = error.exitCode
  }
}

await program.parseAsync()
