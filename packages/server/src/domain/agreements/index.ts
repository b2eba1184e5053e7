export {
  type Agreement,
  type AgreementState,
  agreementStates,
  type Decision,
  type Step,
} from './agreement.ts'
export { decideAgreement } from './decide-agreement.ts'
export { getThirdParty } from './get-third-party.ts'
export { listAgreements } from './list-agreements.ts'
export { offerAgreement } from './offer-agreement.ts'
export { readDecision, readOffer } from './read-offer.ts'
