import type { Context } from '../../../context.ts'
import { dayOf } from '../../figures/index.ts'
import { getNetworkSettings } from '../../network-settings/index.ts'
import type { Judgement } from '../judgement.ts'
import { type Threat, threatsOf } from '../threats.ts'
import { coursesOf } from './course.ts'
import { type Grant, isOfSite } from './grant.ts'
import { type GrantFilter, selectGrant, selectGrants } from './grant-rows.ts'

/** A grant with its rules as they are now, and what it may be lost for, the nearest first. */
export type ShownGrant = Grant & {
  judgements: readonly Judgement[]
  threats: readonly Threat[]
  /** Until it is lost where nothing changes; undefined: nothing threatens it. */
  daysLeft: number | undefined
}

/** Grants that a filter lets through, by id from after one. */
export async function listGrants(ctx: Context, filter: GrantFilter): Promise<ShownGrant[]> {
  return showGrants(ctx, await selectGrants(ctx.store.read, filter))
}

/** Undefined where there is no such grant. */
export async function findGrant(ctx: Context, id: bigint): Promise<ShownGrant | undefined> {
  const grant = await selectGrant(ctx.store.read, id)
  return grant && (await showGrants(ctx, [grant]))[0]
}

export async function showGrants(ctx: Context, grants: readonly Grant[]): Promise<ShownGrant[]> {
  const db = ctx.store.read
  const settings = await getNetworkSettings(db)
  const ofSites = grants.filter(isOfSite)
  const courses = await coursesOf(ctx, db, { grants: ofSites, settings })
  const today = dayOf(ctx.clock.now())
  const byId = new Map(ofSites.map((grant, index) => [grant.id, courses[index]]))
  return grants.map((grant) => {
    const course = byId.get(grant.id)
    const isThreatened = grant.status === 'granted' && grant.isChecked
    const threats = course && isThreatened ? threatsOf(course, settings, today) : []
    const daysLeft = threats[0] && Math.max(0, threats[0].daysLeft)
    return { ...grant, judgements: course?.judgements ?? [], threats, daysLeft }
  })
}
