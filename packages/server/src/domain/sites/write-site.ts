import type { SiteDetails } from './find-site.ts'
import type { PointEntry } from './points/point-rows.ts'
import type { SiteReport } from './reports/report.ts'
import type { Site } from './site.ts'

/** A site as JSON, for its owner and for operators alike. */
export function writeSite(site: Site) {
  return {
    id: String(site.id),
    member_id: String(site.memberId),
    kind: site.kind,
    name: site.name,
    address: site.address,
    category: site.category,
    status: site.status,
    is_platform: site.isPlatform,
    owner_attested_at: writeTime(site.ownerAttestedAt),
    component_attested_at: writeTime(site.componentAttestedAt),
    reviewed_at: writeTime(site.reviewedAt),
    review_reason: site.reviewReason ?? null,
    created_at: site.createdAt.toISOString(),
  }
}

export function writeSiteDetails(site: SiteDetails) {
  const { points, componentSeen, downloads, dailyUsers } = site.facts
  return {
    ...writeSite(site),
    points,
    component_seen_at: writeTime(componentSeen),
    downloads: downloads === undefined ? null : Number(downloads),
    daily_users: dailyUsers === undefined ? null : Number(dailyUsers),
    point_entries: site.points.map(writePoints),
    reports: site.reports.map(writeReport),
    component_hosts: site.hosts.map(({ host, isOwn, hits, firstAt, lastAt }) => ({
      host,
      is_own: isOwn,
      hits: Number(hits),
      first_at: firstAt.toISOString(),
      last_at: lastAt.toISOString(),
    })),
  }
}

/** Which operator it was is not told: the audit log has it. */
export function writePoints({ id, points, reason, at }: PointEntry) {
  return { id: String(id), points, reason, at: at.toISOString() }
}

export function writeReport(report: SiteReport) {
  return {
    id: String(report.id),
    site_id: String(report.siteId),
    kind: report.kind,
    value: Number(report.value),
    note: report.note,
    reported_at: report.reportedAt.toISOString(),
    state: report.state,
    decided_at: writeTime(report.decidedAt),
    reason: report.reason ?? null,
  }
}

function writeTime(time: Date | undefined): string | null {
  return time?.toISOString() ?? null
}
