import type { notify } from '../accounts/index.ts'
import type { SiteReport } from './reports/report.ts'
import type { Site } from './site.ts'

type Notice = Parameters<typeof notify>[2]
type Words = { zh: string; en: string }

/** What owners are told when an operator decided about their site. */
export function approvedNotice(site: Site): Notice {
  return notice(site, 'site.approve', {
    title: { zh: '媒体备案已通过', en: 'Your site was approved' },
    body: {
      zh: `媒体「${site.name}」（${site.id}）备案审核通过，类目：${site.category}。`,
      en: `Your site "${site.name}" (${site.id}) was approved, in the category ${site.category}.`,
    },
  })
}

export function refusedNotice(site: Site, reason: string): Notice {
  return notice(site, 'site.refuse', {
    title: { zh: '媒体备案未通过', en: 'Your site was refused' },
    body: {
      zh: `媒体「${site.name}」（${site.id}）备案审核未通过，原因：${reason}。修改后可重新提交。`,
      en: `Your site "${site.name}" (${site.id}) was refused: ${reason}. You may change it and file it again.`,
    },
  })
}

export function traitsNotice(site: Site, reason: string): Notice {
  const [platform, component] = [site.isPlatform, site.componentAttestedAt !== undefined]
  return notice(site, 'site.traits', {
    title: { zh: '媒体信息已由审核人员更新', en: 'A reviewer changed what is on file of your site' },
    body: {
      zh:
        `媒体「${site.name}」（${site.id}）现登记为：类目 ${site.category}，平台类媒体：${yesOrNo(platform).zh}，` +
        `组件部署经人工核实：${yesOrNo(component).zh}。原因：${reason}。`,
      en:
        `Your site "${site.name}" (${site.id}) is on file as: category ${site.category}, ` +
        `platform: ${yesOrNo(platform).en}, component seen by a reviewer: ${yesOrNo(component).en}. Reason: ${reason}.`,
    },
  })
}

export function withdrawnNotice(site: Site, reason: string): Notice {
  return notice(site, 'site.withdraw', {
    title: { zh: '媒体已被清退', en: 'Your site was taken out' },
    body: {
      zh: `媒体「${site.name}」（${site.id}）已被清退，原因：${reason}。`,
      en: `Your site "${site.name}" (${site.id}) was taken out: ${reason}.`,
    },
  })
}

export function pointsNotice(
  site: Site,
  { points, reason, inForce }: { points: number; reason: string; inForce: number },
): Notice {
  const count = Math.abs(points)
  const what: Words =
    points > 0
      ? { zh: `扣 ${count} 分`, en: `was given ${count} deduction points` }
      : { zh: `撤销扣分 ${count} 分`, en: `had ${count} deduction points taken back` }
  return notice(site, 'site.points', {
    title: { zh: '媒体扣分变动', en: 'Deduction points of your site' },
    body: {
      zh: `媒体「${site.name}」（${site.id}）${what.zh}，原因：${reason}。当前有效扣分：${inForce} 分。`,
      en: `Your site "${site.name}" (${site.id}) ${what.en}: ${reason}. Points in force: ${inForce}.`,
    },
  })
}

export function reportNotice(site: Site, report: SiteReport): Notice {
  const { value, kind, reason } = report
  const isConfirmed = report.state === 'confirmed'
  const figure: Words =
    kind === 'downloads'
      ? { zh: `下载量 ${value}`, en: `${value} downloads` }
      : { zh: `日活跃用户数 ${value}`, en: `${value} daily users` }
  const ending: Words = isConfirmed
    ? { zh: '已确认', en: 'was confirmed' }
    : { zh: '未予确认', en: 'was not confirmed' }
  return notice(site, `site.report.${isConfirmed ? 'confirm' : 'refuse'}`, {
    title: { zh: `媒体数据申报${ending.zh}`, en: `A figure of your site ${ending.en}` },
    body: {
      zh: `媒体「${site.name}」（${site.id}）申报的${figure.zh}${ending.zh}，说明：${reason}。`,
      en: `The figure you reported of "${site.name}" (${site.id}), ${figure.en}, ${ending.en}: ${reason}.`,
    },
  })
}

function notice(site: Site, kind: string, words: { title: Words; body: Words }): Notice {
  return { memberId: site.memberId, kind, ...words, byMail: true }
}

function yesOrNo(is: boolean): Words {
  return is ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
}
