export { appealStates } from './appeals/appeal.ts'
export { appealWithdrawal } from './appeals/appeal-withdrawal.ts'
export { decideAppeal } from './appeals/decide-appeal.ts'
export { listAppeals } from './appeals/list-appeals.ts'
export { applicationStates, type ShownApplication } from './applications/application.ts'
export { apply } from './applications/apply.ts'
export { cancelApplication } from './applications/cancel-application.ts'
export { decideApplication } from './applications/decide-application.ts'
export type { Invitation } from './applications/invitation-rows.ts'
export { invite } from './applications/invite.ts'
export { findApplication, listApplications } from './applications/list-applications.ts'
export { listInvitations } from './applications/list-invitations.ts'
export { uninvite } from './applications/uninvite.ts'
export { checkPermissions } from './check/check-permissions.ts'
export { describePackages } from './describe-packages.ts'
export { grantedPackages, mayUseSite, scopeIds } from './granted-packages.ts'
export { grantStatuses, packages } from './grants/grant.ts'
export { grantOutright } from './grants/grant-outright.ts'
export { liftViolation } from './grants/lift-violation.ts'
export { findGrant, listGrants, type ShownGrant } from './grants/list-grants.ts'
export { withdrawForViolation } from './grants/withdraw-for-violation.ts'
export { withdrawGrant } from './grants/withdraw-grant.ts'
export {
  readAppealRuling,
  readAsked,
  readInvitation,
  readOutright,
  readPermissionReason,
  readRuling,
  readWithdrawal,
} from './read-input.ts'
export { recheckSite } from './recheck-site.ts'
export { siteStops } from './site-stops.ts'
export { writeAppeal, writeApplication, writeGrant, writePackage, writeRule } from './write-output.ts'
