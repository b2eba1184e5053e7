import type { Package } from '@opentbk/top'
import type { Context } from '../../context.ts'
import { BadField } from '../goods/index.ts'
import { getNetworkSettings } from '../network-settings/index.ts'
import type { ShownApplication } from './applications/application.ts'
import { selectNewestOf } from './applications/application-rows.ts'
import { toShown } from './applications/list-applications.ts'
import { scopeIds } from './granted-packages.ts'
import { packageNames, packages } from './grants/grant.ts'
import { selectGrantsOf, selectOwnApp, selectOwnSite } from './grants/grant-rows.ts'
import { type ShownGrant, showGrants } from './grants/list-grants.ts'
import { judgeSubjects } from './judge-subjects.ts'
import type { Judgement } from './judgement.ts'
import { isOpen, unmet } from './rules.ts'

/** A package as the console shows it: how it is got, whether it is held, and what is missing. */
export type DescribedPackage = {
  package: Package
  name: string
  scopeId: number
  /** By rule at once, by a reviewer, or from the operator alone. */
  gotBy: 'rule' | 'review' | 'operator'
  grant: ShownGrant | undefined
  /** The newest. */
  application: ShownApplication | undefined
  rules: readonly Judgement[]
  missing: readonly Judgement[]
  /** It is not held, and could be asked for now. */
  isOpen: boolean
}

/**
 * Every package for an app and a site of the member's own, each rule with its figure and threshold. BadField
 * `app_key` or `site_id` where the member has no such app or site.
 */
export async function describePackages(
  ctx: Context,
  memberId: bigint,
  { appKey, siteId }: { appKey: string; siteId: bigint },
): Promise<DescribedPackage[]> {
  const db = ctx.store.read
  const app = await selectOwnApp(db, memberId, appKey)
  if (!app) throw new BadField('app_key', 'there is no such app / 应用不存在')
  if (!(await selectOwnSite(db, memberId, siteId))) {
    throw new BadField('site_id', 'there is no such site / 媒体不存在')
  }
  const of = { appId: app.id, siteId }
  const grants = await showGrants(ctx, await selectGrantsOf(db, of))
  const applications = (await selectNewestOf(db, of)).map((one) => toShown(ctx, one))
  const settings = await getNetworkSettings(db)
  const subjects = packages.map((name) => ({ ...of, package: name }))
  const judged = await judgeSubjects(ctx, db, { subjects, settings })
  return packages.map((name, index) => {
    const rules = judged[index] ?? []
    const mine = grants.filter((one) => one.package === name)
    const grant = mine.find(({ status }) => status === 'granted') ?? mine[0]
    const application = applications.find((one) => one.package === name)
    return {
      ...describe(name, rules),
      grant,
      application,
      isOpen: isAskable(name, { rules, grant, application }),
    }
  })
}

function describe(name: Package, rules: readonly Judgement[]) {
  const gotBy: DescribedPackage['gotBy'] =
    name === 'basic' ? 'rule' : name === 'link' || name === 'share' ? 'review' : 'operator'
  return {
    package: name,
    name: packageNames[name],
    scopeId: scopeIds[name],
    gotBy,
    rules,
    missing: unmet(rules),
  }
}

function isAskable(name: Package, of: Pick<DescribedPackage, 'rules' | 'grant' | 'application'>): boolean {
  if (of.grant?.status === 'granted' || of.application?.state === 'waiting') return false
  return (name === 'basic' || name === 'link' || name === 'share') && isOpen(of.rules)
}
