import { Command } from 'commander'
import type { Context } from '../context.ts'
import { StartError } from '../store/start-error.ts'
import { addCallerCommands } from './caller/caller-commands.ts'
import { clockCommand } from './clock.ts'
import { addCommunityCommands } from './community-commands.ts'
import { addContentCommands } from './content-commands.ts'
import { addCopyCommands } from './copy-commands.ts'
import { importCommand } from './import/import-command.ts'
import { addJobsCommands } from './jobs-commands.ts'
import { addAccountCommands } from './members/account-commands.ts'
import { createOperatorCommand } from './members/create-operator-command.ts'
import { addMemberCommands } from './members/member-commands.ts'
import { addOauthCommands } from './members/oauth-commands.ts'
import { addAgreementCommands } from './money/agreement-commands.ts'
import { addBalanceCommands } from './money/balance-commands.ts'
import { addCampaignCommands } from './money/campaign-commands.ts'
import { checkLedger } from './money/check-ledger.ts'
import { addMerchantCommands } from './money/merchant-commands.ts'
import { addNewuserCommands } from './money/newuser-commands.ts'
import { addOrderCommands } from './money/order-commands.ts'
import { addPayeeCommands } from './money/payee-commands.ts'
import { addPayoutCommands } from './money/payout-commands.ts'
import { addPayoutRunCommands } from './money/payout-run-commands.ts'
import { addPenaltyCommands } from './money/penalty-commands.ts'
import { addCalendarCommands } from './permission/calendar-commands.ts'
import { addCaseCommands } from './permission/case-commands.ts'
import { addPermissionCommands } from './permission/permission-commands.ts'
import { addSiteCommands } from './permission/site-commands.ts'
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

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

const dataFlag = () => program.opts<{ data?: string }>().data

program
  .command('operator')
  .description('operators of the network / 运营人员')
  .command('create <name>')
  .description('makes an operator and prints the token, once / 新建运营人员并打印令牌（仅此一次）')
  .option('--member <id>', 'the member who is the operator and signs in at the console / 对应的会员')
  .action((name: string, flags: { member?: string }) => run((ctx) => createOperatorCommand(ctx, name, flags)))

program
  .command('ledger')
  .description('the ledger / 账本')
  .command('check')
  .description(
    'adds up the ledger and compares it with the orders; status 1 where they differ / 核对账本与订单',
  )
  .action(() => run(checkLedger))

program
  .command('clock [advance]')
  .description('prints both clocks of a sandbox; with "+15d" moves business time first / 查看或推进沙箱时钟')
  .action((advance: string | undefined) => run((ctx) => clockCommand(ctx, advance)))

program
  .command('import <kind> <file>')
  .description(
    'imports items, shops, coupons, plans or orders from CSV or JSONL; after a kill it goes on where it was / 导入数据',
  )
  .option('--report <file>', 'where refused lines are listed (FILE.refused.csv) / 被拒绝行的报告')
  .action((kind: string, file: string, options: { report?: string }) =>
    run((ctx) => importCommand(ctx, { kind, file, report: options.report })),
  )

addOrderCommands({ program, run })
addContentCommands({ program, run })
addCommunityCommands({ program, run })
addAgreementCommands({ program, run })
addAccountCommands({ program, run })
addPenaltyCommands({ program, run })
addPermissionCommands({ program, run })
const payoutDoor = addPayoutRunCommands({ program, run })
addPayoutCommands(payoutDoor)
addPayeeCommands(payoutDoor)
addCampaignCommands({ program, run })
addCaseCommands({ program, run })
addJobsCommands({ program, run })
addMemberCommands({ program, run })
addMerchantCommands({ program, run })
addBalanceCommands({ program, run })
addNewuserCommands({ program, run })
addOauthCommands({ program, run })
addCalendarCommands({ program, run })
addSiteCommands({ program, run })
addCallerCommands({ program, dataFlag, run: end })
addCopyCommands({ program, dataFlag, run: end })

function run(work: (ctx: Context) => Promise<number>): Promise<void> {
  return end(() => withData(dataFlag(), work))
}

async function end(work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work()
  } catch (error) {
    if (!(error instanceof StartError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = error.exitCode
  }
}

await program.parseAsync()
