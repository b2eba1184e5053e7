import { formatGmt8, formatRate } from '@opentbk/top'
import type { Context } from '../../context.ts'
import {
  type Campaign,
  type CampaignItem,
  type campaignStates,
  listCampaignItems,
  listCampaignSteps,
  listCampaigns,
} from '../../domain/campaigns/index.ts'
import { StartError } from '../../store/start-error.ts'
import { readPageFlags } from '../page-flags.ts'

export const MOST_LISTED = 200
const say = (line: string) => process.stdout.write(`${line}\n`)

export type PageFlags = { after?: string; limit: string }
export type ListFlags = PageFlags & { leaderId?: string; state: (typeof campaignStates)[number] | 'all' }

export async function printCampaigns(ctx: Context, flags: ListFlags): Promise<number> {
  const leaderId = flags.leaderId === undefined ? undefined : readId('--leader-id', flags.leaderId)
  const state = flags.state === 'all' ? undefined : flags.state
  const page = readPageFlags(flags, MOST_LISTED)
  for (const one of await listCampaigns(ctx, { ...page, leaderId, state })) printCampaign(one, one.state)
  return 0
}

export async function printItems(ctx: Context, id: string, flags: PageFlags): Promise<number> {
  const page = readPageFlags(flags, MOST_LISTED)
  for (const item of await listCampaignItems(ctx, readId('id', id), page)) printItem(item)
  return 0
}

export async function printSteps(ctx: Context, id: string, flags: PageFlags): Promise<number> {
  const page = readPageFlags(flags, MOST_LISTED)
  for (const one of await listCampaignSteps(ctx, readId('id', id), page)) {
    const item = one.itemId === undefined ? '' : `  item ${one.itemId}`
    const byWhom = one.actor.operator ? ', by an operator' : ''
    const said = one.reason === undefined ? '' : `: ${one.reason.replaceAll(/[\p{C}\s]+/gu, ' ')}`
    say(
      `${one.id}  ${formatGmt8(one.at)}  ${one.step}${item}  for member ${one.actor.memberId}${byWhom}${said}`,
    )
  }
  return 0
}

export function printCampaign(campaign: Campaign, state?: string): void {
  const { id, leaderId, serviceRateBp, startsAt, endsAt } = campaign
  const period = `${formatGmt8(startsAt)} – ${formatGmt8(endsAt)}`
  const name = campaign.name.replaceAll(/[\p{C}\s]+/gu, ' ')
  const stands = state === undefined ? '' : `  ${state.padEnd(7)}`
  say(`${id}${stands}  leader ${leaderId}  service ${formatRate(serviceRateBp)} %  ${period}  ${name}`)
}

export function printItem({ id, itemId, rateBp, planId, startsAt, endsAt }: CampaignItem): void {
  const period = `${formatGmt8(startsAt)} – ${formatGmt8(endsAt)}`
  say(`${id}  item ${itemId}  commission ${formatRate(rateBp)} %  plan ${planId}  ${period}`)
}

export function readId(name: string, text: string): bigint {
  if (!/^[1-9]\d{0,17}$/.test(text)) throw new StartError(`${name}: a number expected / 应为数字`)
  return BigInt(text)
}
