import { html, type Markup } from '../pages/html.ts'

/** A sentence in both languages. */
export type Words = { zh: string; en: string }

export function both({ zh, en }: Words): Markup {
  return html`<span lang="zh-CN">${zh}</span> <span lang="en">${en}</span>`
}

export function problemPart(problem: Words | undefined): Markup | undefined {
  return problem && html`<p class="problem" role="alert">${both(problem)}</p>`
}

type Field = {
  name: string
  label: Words
  type?: 'text' | 'email' | 'password'
  autocomplete: string
  value?: string | undefined
}

type Form = {
  action: string
  fields: readonly Field[]
  hidden?: Readonly<Record<string, string>>
  button: Words
}

/** A form that works without JavaScript. */
export function formPart({ action, fields, hidden = {}, button }: Form): Markup {
  return html`<form class="stack" method="post" action="${action}">
${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${fields.map(
  (field) => html`<label>${both(field.label)}
<input name="${field.name}" type="${field.type ?? 'text'}" autocomplete="${field.autocomplete}" required
${field.value !== undefined && html`value="${field.value}"`}
autocapitalize="none" spellcheck="false"></label>
`,
)}<button>${both(button)}</button>
</form>
`
}

export function linkPart(address: string, words: Words): Markup {
  return html`<p class="note"><a href="${address}">${both(words)}</a></p>`
}
