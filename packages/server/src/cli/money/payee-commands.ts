import { formatGmt8 } from '@opentbk/top'
import type { Context } from '../../context.ts'
import { findPayee, readPayee, type ShownPayee, setPayee } from '../../domain/payouts/index.ts'
import { StartError } from '../../store/start-error.ts'
import { withFlagNames } from '../with-flag-names.ts'
import type { PayoutDoor } from './payout-run-commands.ts'

// The command line knows no operator.
const operator = { id: undefined }

/** Where members' payouts go. */
export function addPayeeCommands({ payout, run }: PayoutDoor): void {
  const payee = payout.command('payee').description('where a member’s payouts go / 收款账户')

  payee
    .command('show')
    .description('prints it, of the account only the end / 查看收款账户')
    .requiredOption('--member-id <member>', 'whose / 会员')
    .action((flags: { memberId: string }) => run((ctx) => show(ctx, flags.memberId)))

  payee
    .command('set')
    .description('for payouts booked from now on / 设置收款账户')
    .requiredOption('--member-id <member>', 'whose / 会员')
    .requiredOption('--name <name>', 'who is paid / 户名')
    .requiredOption('--bank <bank>', 'the bank / 开户行')
    .requiredOption('--account <account>', 'the account / 账号')
    .action((flags: Flags) => run((ctx) => set(ctx, flags)))
}

async function show(ctx: Context, memberId: string): Promise<number> {
  print(await findPayee(ctx, readId(memberId)), `${memberId} has no payee / 该会员没有收款账户`)
  return 0
}

type Flags = { memberId: string; name: string; bank: string; account: string }

async function set(ctx: Context, { memberId, name, bank, account }: Flags): Promise<number> {
  return withFlagNames(async () => {
    const payee = readPayee({ name, bank, account })
    const known = await setPayee(ctx, readId(memberId), { payee, operator })
    print(known, `there is no member ${memberId} / 没有该会员`)
  })
}

function print(payee: ShownPayee | undefined, absent: string): void {
  if (!payee) throw new StartError(`--member-id: ${absent}`)
  const { memberId, name, bank, account, setAt } = payee
  process.stdout.write(`member ${memberId}  ${name}  ${bank}  ${account}  ${formatGmt8(setAt)}\n`)
}

function readId(text: string): bigint {
  if (!/^[1-9]\d{0,17}$/.test(text)) throw new StartError('--member-id: a number expected / 应为数字')
  return BigInt(text)
}
