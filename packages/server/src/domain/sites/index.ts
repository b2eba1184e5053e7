export { closeSite } from './close-site.ts'
export { purgeBeacons } from './component/purge-beacons.ts'
export { recordBeacon } from './component/record-beacon.ts'
export { fileSite } from './file-site.ts'
export { findSite, type SiteDetails } from './find-site.ts'
export { listSites } from './list-sites.ts'
export { addSitePoints } from './points/add-site-points.ts'
export { listSitePoints } from './points/list-site-points.ts'
export { readPoints } from './points/read-points.ts'
export { readFiling, readReason, readReview, readTraits } from './read-site.ts'
export { refileSite } from './refile-site.ts'
export { decideReport } from './reports/decide-report.ts'
export { listOwnReports, listReports } from './reports/list-reports.ts'
export { readFigure, readReportDecision } from './reports/read-report.ts'
export { reportStates, type SiteReport } from './reports/report.ts'
export { reportFigure } from './reports/report-figure.ts'
export { reviewSite } from './review-site.ts'
export { setSiteTraits } from './set-site-traits.ts'
export {
  type Site,
  type SiteFacts,
  type SiteStatus,
  siteCategories,
  siteStatuses,
} from './site.ts'
export { siteFacts } from './site-facts.ts'
export { withdrawSite } from './withdraw-site.ts'
export { writePoints, writeReport, writeSite, writeSiteDetails } from './write-site.ts'
