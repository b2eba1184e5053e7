import type { Package } from '@opentbk/top'
import type { SignedIn } from '../domain/accounts/index.ts'
import { ACCESS_DAYS, REFRESH_DAYS } from '../domain/oauth/index.ts'
import { html, type Markup } from '../pages/html.ts'
import type { Page } from '../pages/page.ts'
import type { Asked } from './asked.ts'
import { packageWords } from './package-words.ts'

export type Consent = {
  asked: Asked
  signedIn: SignedIn
  ownerName: string
  packages: ReadonlySet<string>
  /** Of a member who may not authorise apps, only the way back is offered. */
  mayAuthorise: boolean
  /** Where the form goes: this page's own address. */
  action: string
}

/** The page by which a member lets an app act, or not. */
export function consentPage(consent: Consent): Page {
  const { asked, mayAuthorise } = consent
  const { name } = asked.app
  return {
    title: `授权 ${name} · Authorise ${name}`,
    body: html`<div class="${asked.isNarrow ? 'narrow' : 'middle'}">
<h1>授权给「${name}」<br><span lang="en">Authorise “${name}”</span></h1>
${parties(consent)}
${mayAuthorise ? terms(consent) : barred}
${form(consent)}
</div>`,
  }
}

function parties({ asked, signedIn, ownerName }: Consent): Markup {
  const { app, redirect } = asked
  return html`<table>
<tr><th>应用 <span lang="en">App</span></th><td>${app.name} <span class="note">${app.key}</span></td></tr>
<tr><th>开发者 <span lang="en">Owner</span></th><td>${ownerName}</td></tr>
<tr><th>你的账号 <span lang="en">You</span></th><td>${signedIn.name} <a
href="/oauth/logoff?client_id=${encodeURIComponent(app.key)}">换账号 <span lang="en">not you?</span></a></td></tr>
<tr><th>返回到 <span lang="en">Returns to</span></th><td><code>${redirect.origin}</code></td></tr>
</table>`
}

function terms({ packages }: Consent): Markup {
  const granted = (Object.keys(packageWords) as Package[]).filter((name) => packages.has(name))
  return html`<h2>同意后，该应用可以 <span lang="en">It will be able to</span></h2>
${
  granted.length === 0
    ? html`<p>确认你的账号名。该应用还没有任何接口权限。<br><span class="note" lang="en">see your account's name. It holds
no permission package yet.</span></p>`
    : html`<ul>${granted.map((name) => item(packageWords[name]))}</ul>`
}
<h2>期限 <span lang="en">For how long</span></h2>
<p>${ACCESS_DAYS}天；应用在${REFRESH_DAYS}天内续期则继续有效，直到你撤销。<br><span class="note" lang="en">${ACCESS_DAYS} days,
and on as long as the app renews it within ${REFRESH_DAYS} days, until you withdraw it.</span></p>
<p class="note">应用看不到你的密码，不能提现，也不能修改收款账户。<span lang="en">It does not see your password, and can
neither pay out nor change where you are paid.</span></p>`
}

function item([chinese, english]: readonly [string, string]): Markup {
  return html`<li>${chinese}<br><span class="note" lang="en">${english}</span></li>`
}

const barred = html`<p class="problem">此账号不是状态正常的推广者，不能授权应用。<br><span lang="en">This account is not
a publisher in good standing, so it cannot authorise apps.</span></p>`

function form({ action, signedIn, mayAuthorise }: Consent): Markup {
  return html`<form method="post" action="${action}">
<input type="hidden" name="csrf" value="${signedIn.csrfToken}">
${
  mayAuthorise &&
  html`<button name="decision" value="approve">同意授权 <span lang="en">Authorise</span></button>`
}
<button class="plain" name="decision" value="deny">拒绝 <span lang="en">Deny</span></button>
</form>`
}
