import type { Door } from './door.ts'
import { following, pagedBack, text } from './inputs.ts'

const MAX_PASSWORD = 512
const password = text(['密码', 'the password'], MAX_PASSWORD)
const code = text(['动态码或恢复码', 'a code of the second factor, or a recovery code'], 64)
const email = text(['邮箱', 'the e-mail address'])
const token = text(['邮件中的令牌', 'the token of the mail'], 200)

/** Signing in, and a member's own account. */
export const accountDoors: readonly Door[] = [
  {
    at: 'POST /account/v1/sign-in',
    does: ['登录', 'Sign in'],
    body: { login: text(['邮箱或登录名', 'e-mail address or name'], 320), password },
    answers: [200, 401, 429, 503],
    isOpen: true,
  },
  {
    at: 'POST /account/v1/sign-in/second-factor',
    does: ['登录的第二步', 'The second step of a sign-in'],
    body: { step: text(['第一步给出的 step', 'the step that the first one answered'], 500), code },
    answers: [200, 401, 429],
    isOpen: true,
  },
  {
    at: 'POST /account/v1/sign-out',
    does: ['退出', 'Sign out'],
    answers: [200],
  },
  {
    at: 'POST /account/v1/password-reset',
    does: ['申请重置密码', 'Ask for a new password by mail'],
    body: { email },
    answers: [202, 429],
    isOpen: true,
  },
  {
    at: 'POST /account/v1/password-reset/confirm',
    does: ['设置新密码', 'Set a new password'],
    body: { token, password },
    answers: [200, 429, 503],
    isOpen: true,
  },
  {
    at: 'POST /account/v1/register',
    does: ['注册', 'Register'],
    body: { email, name: text(['名称', 'the member’s name']), password },
    answers: [202, 403, 429, 503],
    isOpen: true,
  },
  {
    at: 'POST /account/v1/register/confirm',
    does: ['确认注册', 'Confirm a registration'],
    body: { token, login_name: text(['登录名', 'the name to sign in by']) },
    answers: [201, 403, 409, 429],
    isOpen: true,
  },
  {
    at: 'GET /account/v1/me',
    does: ['我的账号', 'The account, and the token against forged requests'],
    answers: [200],
  },
  {
    at: 'POST /account/v1/password',
    does: ['修改密码', 'Change the password: other sign-ins end'],
    body: {
      current_password: text(['当前密码', 'the current password'], MAX_PASSWORD),
      new_password: text(['新密码', 'the new password'], MAX_PASSWORD),
    },
    answers: [200, 403, 429, 503],
  },
  {
    at: 'GET /account/v1/sign-ins',
    does: ['登录记录', 'List sign-ins that live'],
    answers: [200],
  },
  {
    at: 'POST /account/v1/sign-ins/:id/end',
    does: ['结束一次登录', 'End a sign-in'],
    answers: [200, 404],
  },
  {
    at: 'POST /account/v1/totp/start',
    does: ['开始绑定动态码', 'Begin a second factor'],
    body: { password },
    answers: [200, 403, 409, 429, 503],
  },
  {
    at: 'POST /account/v1/totp/confirm',
    does: ['确认动态码', 'Confirm the second factor'],
    body: { code },
    answers: [200, 403, 409, 429],
  },
  {
    at: 'POST /account/v1/totp/remove',
    does: ['解除动态码', 'Remove the second factor'],
    body: { password, code },
    answers: [200, 403, 409, 429, 503],
  },
  {
    at: 'GET /account/v1/notices',
    does: ['站内信', 'List notices, the newest first'],
    query: pagedBack(100, 20),
    answers: [200],
  },
  {
    at: 'POST /account/v1/notices/:id/read',
    does: ['标记已读', 'Note that a notice was read'],
    answers: [200, 404],
  },
  {
    at: 'GET /account/v1/authorisations',
    does: ['我授权的应用', 'List apps that may act for the member'],
    query: following,
    answers: [200],
  },
  {
    at: 'POST /account/v1/authorisations/:id/withdraw',
    does: ['撤销授权', 'Withdraw an authorisation'],
    answers: [200, 404],
  },
]
