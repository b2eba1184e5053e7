import { type Describable, describe, type FieldDescription, type MethodDescription } from '@opentbk/top'
import { limitText, row } from './field-text.ts'
import { printCurl, printTypeScript } from './sample.ts'
import { sdkName } from './sdk-name.ts'

/** How well a contract is known, for people. Words of warning stand at the top of the page. */
const confidence: Record<Describable['confidence'], { text: string; isWarning: boolean }> = {
  'official-doc': { text: 'the official documentation / 官方文档', isWarning: false },
  sdk: { text: 'the official SDKs’ code, not a document page / 官方 SDK 代码，未见文档页', isWarning: false },
  own: {
    text: 'this project’s own method; no other gateway has it / 本项目自有方法，其他网关没有',
    isWarning: false,
  },
  'third-party': {
    text: 'Known from third parties only: Taobao’s own gateway may differ. / 仅见于第三方资料，可能与淘宝网关有出入。',
    isWarning: true,
  },
  inferred: {
    text: 'Inferred: no document of this method is known. Its contract follows its twins and neighbours, and Taobao’s own gateway may differ. / 推断所得：未见该方法的文档，契约参照其对应方法与同类方法，可能与淘宝网关有出入。',
    isWarning: true,
  },
}

const sessions = {
  none: 'not needed / 不需要',
  optional: 'optional / 可选',
  required: 'required / 必须',
}

export const moduleNames: Readonly<Record<string, string>> = {
  platform: 'Platform / 平台',
  goods: 'Goods / 商品',
  links: 'Links / 推广链接',
  orders: 'Orders / 订单',
  publishers: 'Publishers / 推广者',
  rewards: 'Rewards / 奖励',
  reports: 'Reports / 报表',
  audience: 'Audience / 人群',
  communities: 'Communities / 社群',
  content: 'Content / 内容',
}

/** The page of one method. */
export function printApiPage(method: Describable): string {
  const about = describe(method)
  const warning = confidence[method.confidence]
  return `<!-- Printed by npm run generate from the contract. -->
# ${method.name}

${method.title}

${warning.isWarning ? `> **${warning.text}**\n\n` : ''}${about.note ? `${about.note}\n\n` : ''}${printFacts(about)}

## Parameters / 请求参数

${printParameters(about.request)}

## Response / 返回结果

${printTree(about.response) || 'Nothing but `request_id`. / 仅返回 `request_id`。\n'}
## Errors / 错误码

${printErrors(about)}Every method may also answer the [platform’s errors](README.md#platform-errors--平台错误码).
所有方法都可能返回[平台错误码](README.md#platform-errors--平台错误码)。

## Samples / 示例

\`\`\`sh
${printCurl(method)}\`\`\`

\`\`\`ts
${printTypeScript(method)}\`\`\`
`
}

function printFacts(about: MethodDescription): string {
  const { group, method } = sdkName(about.name)
  const { text, isWarning } = confidence[about.confidence]
  const rows = [
    ['Module / 模块', moduleNames[about.module] ?? about.module],
    ['Permission package / 权限包', about.permission === 'none' ? 'none / 无' : `\`${about.permission}\``],
    ['Session / 授权', sessions[about.session]],
    ...(about.twin ? [['Twin / 对应方法', `[\`${about.twin}\`](${about.twin}.md)`]] : []),
    ['May be repeated / 可重复调用', about.repeatable ? 'yes / 是' : 'no / 否'],
    ['SDK', `\`client.${group}.${method}\``],
    ...(isWarning ? [] : [['Known from / 依据', text]]),
  ]
  return ['| | |', '|---|---|', ...rows.map(row)].join('\n')
}

function printParameters(fields: readonly FieldDescription[]): string {
  if (fields.length === 0) return 'None. / 无。'
  const head = row(['name 名称', 'type 类型', 'required 必须', 'description 说明', 'example 示例'])
  return [head, '|---|---|---|---|---|', ...parameterRows(fields, '')].join('\n')
}

function parameterRows(fields: readonly FieldDescription[], path: string): string[] {
  return fields.flatMap((field) => {
    const name = `${path}${field.name}`
    const words = [
      field.note,
      limitText(field),
      field.ignored && `without effect / 不起作用: ${field.ignored}`,
    ]
    const own = row([
      `\`${name}\``,
      field.type,
      field.required ? 'yes' : '',
      words.filter((part) => part).join('; '),
      field.example === undefined ? '' : `\`${field.example}\``,
    ])
    return [own, ...parameterRows(field.fields ?? [], `${name}${field.kind === 'list' ? '[]' : ''}.`)]
  })
}

function printTree(fields: readonly FieldDescription[], indent = ''): string {
  return fields
    .map((field) => {
      const list = field.kind === 'list' ? ` as \`${field.item}\`` : ''
      const words = [
        field.note,
        field.example === undefined ? undefined : `\`${field.example}\``,
        field.unfilled && `*not sent / 不返回: ${field.unfilled}*`,
      ].filter((part) => part)
      const about = words.length === 0 ? '' : `: ${words.join('; ').replaceAll('\n', ' ')}`
      const inner = field.unfilled ? '' : printTree(field.fields ?? [], `${indent}  `)
      return `${indent}- \`${field.name}\` ${field.type}${list}${about}\n${inner}`
    })
    .join('')
}

function printErrors({ refusals }: MethodDescription): string {
  if (refusals.length === 0) return ''
  const rows = refusals.map((each) => row([String(each.code), `\`${each.sub_code}\``, each.sub_msg]))
  return `${[row(['code', 'sub_code', 'sub_msg']), '|---|---|---|', ...rows].join('\n')}\n\n`
}
