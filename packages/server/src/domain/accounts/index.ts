export { changePassword } from './change-password.ts'
export type { Client } from './client.ts'
export { confirmSecondFactor, type SecondFactorResult } from './confirm-second-factor.ts'
export { createAccount, resetAccount } from './create-account.ts'
export { findAccount } from './find-account.ts'
export { findSignedIn, type SignedIn } from './find-signed-in.ts'
export { listMails, type ShownMail } from './list-mails.ts'
export { listSignIns, type ShownSignIn } from './list-sign-ins.ts'
export { countUnread, listNotices, readNotice } from './notices.ts'
export { notify } from './notify.ts'
export { hashPassword, PasswordsBusy } from './password.ts'
export { purgeAccounts } from './purge-accounts.ts'
export {
  confirmRegistration,
  isRegistrationOpen,
  openRegistration,
  register,
} from './register.ts'
export { requestReset } from './request-reset.ts'
export { resetPassword } from './reset-password.ts'
export { sendMails } from './send-mails.ts'
export { type SignInResult, signIn } from './sign-in.ts'
export { signInCookie } from './sign-in-cookie.ts'
export { endSignIn, signOut } from './sign-out.ts'
export { createSmtpMailer } from './smtp-mailer.ts'
export {
  confirmTotp,
  removeTotp,
  startTotp,
} from './totp.ts'
