import { html, type Markup } from '../pages/html.ts'
import type { Page } from '../pages/page.ts'
import { both, formPart, linkPart, problemPart, type Words } from './plain-pages.ts'

const password = { zh: '密码', en: 'Password' }
const newPassword = { zh: '新密码（至少 10 位）', en: 'New password (10 characters at least)' }
const email = { zh: '邮箱', en: 'E-mail' }

type Shown = { next: string; problem?: Words | undefined }

export function signInPage(shown: Shown & { login?: string; isRegistrationOpen: boolean }): Page {
  const form = formPart({
    action: '/sign-in',
    hidden: { next: shown.next },
    fields: [
      {
        name: 'login',
        label: { zh: '邮箱或登录名', en: 'E-mail or name' },
        autocomplete: 'username',
        value: shown.login,
      },
      { name: 'password', label: password, type: 'password', autocomplete: 'current-password' },
    ],
    button: { zh: '登录', en: 'Sign in' },
  })
  const links = html`${linkPart('/reset-password', { zh: '忘记密码', en: 'Forgot the password' })}
${shown.isRegistrationOpen && linkPart('/register', { zh: '注册为推广者', en: 'Register as a publisher' })}`
  return build({ zh: '登录', en: 'Sign in' }, html`${problemPart(shown.problem)}${form}${links}`)
}

export function secondFactorPage(shown: Shown & { step: string }): Page {
  const hint = {
    zh: '输入验证器应用中的六位数字，或一个恢复码。',
    en: 'The six digits of your app, or a recovery code.',
  }
  const form = formPart({
    action: '/sign-in/second-factor',
    hidden: { next: shown.next, step: shown.step },
    fields: [{ name: 'code', label: { zh: '验证码', en: 'Code' }, autocomplete: 'one-time-code' }],
    button: { zh: '验证', en: 'Verify' },
  })
  const body = html`<p>${both(hint)}</p>${problemPart(shown.problem)}${form}`
  return build({ zh: '两步验证', en: 'Second step' }, body)
}

export function signedInPage(shown: { name: string; csrf: string }): Page {
  const form = formPart({
    action: '/sign-out',
    hidden: { csrf: shown.csrf },
    fields: [],
    button: { zh: '退出登录', en: 'Sign out' },
  })
  const words = { zh: `当前账号：${shown.name}`, en: `You are ${shown.name}.` }
  return build({ zh: '您已登录', en: 'You are signed in' }, html`<p>${both(words)}</p>${form}`)
}

export function newPasswordPage(shown: {
  token: string
  isFirst?: boolean
  problem?: Words | undefined
}): Page {
  const form = formPart({
    action: '/reset-password',
    hidden: { token: shown.token },
    fields: [{ name: 'password', label: newPassword, type: 'password', autocomplete: 'new-password' }],
    button: { zh: '保存', en: 'Save' },
  })
  const first = {
    zh: '这是一次性密码，请先设置自己的密码。',
    en: 'That was a one-time password: choose your own.',
  }
  const title = { zh: '设置新密码', en: 'Set a new password' }
  return build(
    title,
    html`${shown.isFirst && html`<p>${both(first)}</p>`}${problemPart(shown.problem)}${form}`,
  )
}

export function askResetPage(shown: { problem?: Words | undefined }): Page {
  const form = formPart({
    action: '/reset-password/mail',
    fields: [{ name: 'email', label: email, type: 'email', autocomplete: 'email' }],
    button: { zh: '发送邮件', en: 'Send me a mail' },
  })
  return build({ zh: '重置密码', en: 'Reset your password' }, html`${problemPart(shown.problem)}${form}`)
}

export function registerPage(shown: { problem?: Words | undefined; email?: string; name?: string }): Page {
  const form = formPart({
    action: '/register/mail',
    fields: [
      { name: 'email', label: email, type: 'email', autocomplete: 'email', value: shown.email },
      { name: 'name', label: { zh: '名称', en: 'Name' }, autocomplete: 'organization', value: shown.name },
      { name: 'password', label: newPassword, type: 'password', autocomplete: 'new-password' },
    ],
    button: { zh: '注册', en: 'Register' },
  })
  const title = { zh: '注册为推广者', en: 'Register as a publisher' }
  return build(title, html`${problemPart(shown.problem)}${form}`)
}

export function chooseNamePage(shown: { token: string; problem?: Words | undefined; login?: string }): Page {
  const form = formPart({
    action: '/register',
    hidden: { token: shown.token },
    fields: [
      {
        name: 'login_name',
        label: { zh: '登录名', en: 'Login name' },
        autocomplete: 'username',
        value: shown.login,
      },
    ],
    button: { zh: '完成注册', en: 'Complete the registration' },
  })
  const title = { zh: '选择登录名', en: 'Choose a login name' }
  return build(title, html`${problemPart(shown.problem)}${form}`)
}

/** A page that says something and leads to the sign-in. */
export function saidPage(title: Words, words: Words): Page {
  return build(title, html`<p>${both(words)}</p>${linkPart('/sign-in', { zh: '去登录', en: 'Sign in' })}`)
}

function build(title: Words, body: Markup): Page {
  return { title: `${title.zh} · OpenTBK`, body: html`<h1>${both(title)}</h1>${body}` }
}
