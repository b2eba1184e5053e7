import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import { BadField } from '../../domain/goods/index.ts'
import { makeLinksFor, readLinksFor, writeToolLink } from '../../domain/links/index.ts'
import { StartError } from '../../store/start-error.ts'

type Run = (work: (ctx: Context) => Promise<number>) => Promise<void>
type Flags = { adzone: string; reason: string }

// The command line knows no operator.
const by = { kind: 'operator', operatorId: undefined } as const
const flagNames: Readonly<Record<string, string>> = {
  adzone_id: '--adzone',
  reason: '--reason',
  texts: 'text',
  member_id: 'member',
}
const say = (line: string) => process.stdout.write(`${line}\n`)

/** The link tool: links for a publisher whose site is approved and whose app has no link package. */
export function addLinkToolCommand(permission: Command, run: Run): void {
  permission
    .command('links <member> <text...>')
    .description(
      "makes a publisher's links without the link package, from addresses, item ids, links or 淘口令 / 为推广者转链",
    )
    .requiredOption('--adzone <id>', "the publisher's adzone on an approved site / 推广位")
    .requiredOption('--reason <text>', 'kept with it / 理由')
    .action((member: string, texts: string[], flags: Flags) =>
      run((ctx) => printLinks(ctx, { member, texts, ...flags })),
    )
}

async function printLinks(ctx: Context, wanted: Flags & { member: string; texts: string[] }) {
  if (ctx.publicUrl === '') {
    throw new StartError('PUBLIC_URL: needed here as the server has it / 须与服务器的设置一致')
  }
  const links = await withNames(() => {
    const { adzone: adzone_id, reason, texts } = wanted
    const order = readLinksFor({ adzone_id, reason, texts })
    return makeLinksFor(ctx, { ...order, memberId: readMember(wanted.member), by })
  })
  if (!links) throw unknownMember(wanted.member)
  if (links === 'busy') throw new StartError('the server is busy, try again / 系统繁忙，请稍后重试')
  for (const link of links.map(writeToolLink)) printLink(link)
  return links.some((link) => 'code' in link) ? 1 : 0
}

function printLink(link: ReturnType<typeof writeToolLink>): void {
  say(link.text)
  if ('code' in link) {
    say(`    ${link.code}  ${link.msg}`)
    return
  }
  say(`    ${link.kind}  ${link.title}`)
  for (const [name, forms] of Object.entries({ cps: link.cps, coupon: link.coupon })) {
    for (const form of Object.values(forms ?? {})) say(`    ${name.padEnd(6)}  ${form}`)
  }
}

async function withNames<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof BadField)) throw error
    throw new StartError(`${flagNames[error.field] ?? error.field}: ${error.reason}`)
  }
}

function readMember(text: string): bigint {
  if (!/^[1-9]\d{0,17}$/.test(text)) throw new StartError('member: a number expected / 应为数字')
  return BigInt(text)
}

function unknownMember(member: string): StartError {
  return new StartError(`there is no member ${member} / 没有会员 ${member}`)
}
