import {
  contracts,
  date,
  file,
  ignored,
  list,
  long,
  number,
  object,
  price,
  string,
  unfilled,
} from '@opentbk/top'
import { expect, test } from 'vitest'
import { printApiPage } from '../../../scripts/printers/api-page.ts'
import { printSdk } from '../../../scripts/printers/sdk.ts'
import { sdkName } from '../../../scripts/printers/sdk-name.ts'

const { method } = contracts<unknown>()
const upload = method({
  name: 'taobao.tbk.sc.pic.upload',
  title: '上传',
  session: 'required',
  permission: 'content',
  confidence: 'inferred',
  request: {
    pic: file({ required: true, maxBytes: 1024 }),
    kind: string({ required: true, values: ['a', 'b'], note: 'ends */ here | and\nthere' }),
    rows: list(object('RowDTO', { id: long({ required: true }), at: date(), fee: price() })),
    user_ids: list(number()),
    page_no: number({ values: [1, 2] }),
    old: ignored('gone', { docType: 'Number' }),
  },
  response: {
    data: object('PicDTO', {
      pic_id: number({ example: 5 }),
      count: number(),
      at: date(),
      extra: unfilled(list(string()), 'nothing to add'),
      rows: list(object('RowDTO', { big: long() })),
    }),
  },
  refusals: { 'right.missing': true },
  handle: async () => ({}),
})

test.each([
  ['taobao.tbk.order.details.get', 'tbk.orderDetailsGet', 'TbkOrderDetailsGet'],
  ['taobao.time.get', 'time.get', 'TimeGet'],
  ['qimen.taobao.tbk.item.rule.get', 'qimen.taobaoTbkItemRuleGet', 'QimenTaobaoTbkItemRuleGet'],
  ['opentbk.order.explain', 'opentbk.orderExplain', 'OpentbkOrderExplain'],
])('%s is %s', (wire, path, stem) => {
  const name = sdkName(wire)
  expect([`${name.group}.${name.method}`, name.stem]).toEqual([path, stem])
})

test('a name that a client could not carry is refused', () => {
  expect(() => sdkName('taobao.ping')).toThrow('no name in the SDK')
  expect(() => sdkName('taobao.call.get')).toThrow('no name in the SDK')
  expect(() => printSdk([upload, upload])).toThrow('two types named TbkScPicUploadRequest')
})

test('types and shapes of every kind', () => {
  const text = printSdk([upload])
  const block = (name: string) =>
    new RegExp(`export interface ${name} \\{\\n(.+?)^\\}`, 'ms').exec(text)?.[1] ?? ''
  const members = (name: string) =>
    block(name)
      .split('\n')
      .filter((line) => line !== '' && !line.includes('/**'))
      .map((line) => line.trim())
  expect(members('TbkScPicUploadRequest')).toEqual([
    'pic: WireFile',
    "kind: 'a' | 'b'",
    'rows?: readonly TbkScPicUploadRequestRows[] | undefined',
    'user_ids?: readonly Id[] | undefined',
    'page_no?: 1 | 2 | undefined',
    'old?: Id | undefined',
  ])
  expect(members('TbkScPicUploadRequestRows')).toEqual([
    'id: Id',
    'at?: string | Date | undefined',
    'fee?: string | undefined',
  ])
  expect(members('TbkScPicUploadResponseData')).toEqual([
    'pic_id?: string',
    'count?: number',
    'at?: string',
    'extra?: string[]',
    'rows?: TbkScPicUploadResponseDataRows[]',
  ])
  expect(block('TbkScPicUploadRequest')).toContain('Ends *\\/ here | and there. One of a, b')
  expect(text).toContain("import type { WireFile } from '@opentbk/top/client'")
  expect(text).toContain('scPicUpload(input: TbkScPicUploadRequest, options?: CallOptions)')
  expect(text).toContain('takesSession: true,\n  repeatable: false,')
  expect(text).toContain(
    'request: { pic: file, kind: text, rows: list(object({ id: id, at: date, fee: price }))',
  )
  expect(text).not.toMatch(/\bany\b/)
})

test('the page of an inferred contract says so in words, and names what has no effect or data', () => {
  const page = printApiPage(upload)
  expect(page).toContain('> **Inferred: no document of this method is known.')
  expect(page).toContain('推断所得')
  expect(page).toContain('| `kind` | String | yes | ends */ here \\| and there; one of a, b |  |')
  expect(page).toContain('| `rows[].id` | Number | yes |')
  expect(page).toContain('without effect / 不起作用: gone')
  expect(page).toContain('*not sent / 不返回: nothing to add*')
  expect(page).toContain('| 15 | `1001` | 无权限 |')
  expect(page).toContain('session="$SESSION"')
  const documented = printApiPage({ ...upload, confidence: 'official-doc' })
  expect(documented).not.toContain('推断所得')
})
