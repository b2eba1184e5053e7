import { expect, it } from 'vitest'
import { html, raw } from '../../src/pages/html.ts'
import { page } from '../../src/pages/page.ts'

it('escapes every value, in content and in attributes', () => {
  const hostile = `<script>"x"&'y'</script>`
  expect(html`<p title="${hostile}">${hostile}</p>`.toString()).toBe(
    '<p title="&lt;script&gt;&quot;x&quot;&amp;&#39;y&#39;&lt;/script&gt;">&lt;script&gt;&quot;x&quot;&amp;&#39;y&#39;&lt;/script&gt;</p>',
  )
})

it('takes markup as it is, joins lists, and prints nothing for what is absent', () => {
  const rows = ['<a>', 'b'].map((name) => html`<li>${name}</li>`)
  expect(html`<ul>${rows}${undefined}${false}${raw('<hr>')}${0}${10n}</ul>`.toString()).toBe(
    '<ul><li>&lt;a&gt;</li><li>b</li><hr>010</ul>',
  )
})

it('escapes the title of a page', () => {
  expect(page({ title: '</title><b>', body: html`` })).toContain('<title>&lt;/title&gt;&lt;b&gt;</title>')
})
