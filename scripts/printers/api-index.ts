import { type Describable, topErrors } from '@opentbk/top'
import { moduleNames } from './api-page.ts'
import { row } from './field-text.ts'
import { sdkName } from './sdk-name.ts'

const confidenceWords: Record<Describable['confidence'], string> = {
  'official-doc': '',
  sdk: 'from SDKs / 依据 SDK',
  'third-party': 'from third parties / 第三方资料',
  inferred: 'inferred / 推断',
  own: 'our own / 自有',
}

/** The list of all pages by module, and what holds for every method. */
export function printApiIndex(methods: readonly Describable[]): string {
  const modules = Object.entries(Object.groupBy(methods, ({ module }) => module)).sort(byModule)
  return `<!-- Printed by npm run generate from the contracts. -->
# API reference / 接口文档

A page a method. What holds for all of them stands below the lists.

每个方法一页；对所有方法都适用的内容见列表之后。

${modules.map(([module, members = []]) => printModule(module, members)).join('\n')}
## A call / 一次调用

\`POST /router/rest\`, a form of UTF-8 text. Besides the method’s own parameters:

| name 名称 | required 必须 | value 取值 |
|---|---|---|
| \`method\` | yes | the method’s name / 方法名 |
| \`app_key\` | yes | the app’s key / 应用的 key |
| \`timestamp\` | yes | \`yyyy-MM-dd HH:mm:ss\` in GMT+8 / 东八区时间 |
| \`v\` | yes | \`2.0\` |
| \`sign_method\` | yes | \`md5\`, \`hmac\`, \`hmac-sha256\` |
| \`sign\` | yes | upper-case hex, see below / 大写十六进制，见下 |
| \`session\` | by method 视方法 | a publisher’s access token / 推广者的授权令牌 |
| \`format\` | | \`xml\` when absent, \`json\` / 缺省为 \`xml\` |
| \`simplify\` | | \`true\`: no root, plain lists; with \`json\` only / 仅用于 \`json\` |

The text that is signed: name and value of every parameter but \`sign\`, sorted by the bytes of the name, joined
without anything between. \`hmac-sha256\` takes the secret as the key; \`md5\` is of secret + text + secret.

待签名文本：除 \`sign\` 外的所有参数按名称字节序排序，名与值直接相连。\`hmac-sha256\` 以 secret 为密钥；\`md5\` 对
secret + 文本 + secret 计算。

The samples in sh read \`GATEWAY\` (\`http://127.0.0.1:8080/router/rest\`), \`APP_KEY\`, \`APP_SECRET\` and, where
needed, \`SESSION\` from the environment; they need bash, curl and openssl. The samples in TypeScript are for
[\`@opentbk/sdk\`](../../packages/sdk/README.md). Values in angle brackets are yours to fill in.

sh 示例从环境变量读取 \`GATEWAY\`、\`APP_KEY\`、\`APP_SECRET\`，必要时还有 \`SESSION\`，需要 bash、curl 与 openssl。
尖括号中的值请自行填写。

## An answer / 一次返回

The HTTP status is always 200. In JSON the answer stands under a root named after the method
(\`tbk_tpwd_create_response\`), a list under one member named after its items, which the pages tell after “as”:
\`"results":{"n_tbk_item":[…]}\`. An empty list is \`{}\`. Fields without a value are left out. Money is in yuan as
text, times are in GMT+8.

HTTP 状态码恒为 200。JSON 返回以方法名命名的根节点包裹，列表再以元素名包裹一层（见各页 “as” 之后）；空列表为 \`{}\`，
没有值的字段不返回。金额为以元为单位的文本，时间为东八区。

## Platform errors / 平台错误码

\`{"error_response":{"code":…,"msg":…,"sub_code":…,"sub_msg":…,"request_id":…}}\`. A method’s own errors have the
code 15; what happened tells \`sub_code\`: \`isv.…\` and numbers are the caller’s to change, \`isp.…\` mostly passes.

方法自身的错误 code 均为 15，原因见 \`sub_code\`：\`isv.…\` 与数字需调用方修改，\`isp.…\` 多可稍后重试。

| code | msg | try again 可重试 |
|---|---|---|
${Object.values(topErrors)
  .map(({ code, msg, retry }) => row([String(code), msg, retry ? 'yes / 是' : '']))
  .join('\n')}
`
}

function printModule(module: string, methods: readonly Describable[]): string {
  const rows = methods.map((method) => {
    const { group, method: name } = sdkName(method.name)
    const session = method.session === 'none' ? '' : method.session
    const link = `[\`${method.name}\`](${method.name}.md)`
    return row([link, method.title, `\`${group}.${name}\``, session, confidenceWords[method.confidence]])
  })
  return `## ${moduleNames[module] ?? module}

${row(['method 方法', 'title 名称', 'SDK', 'session 授权', 'known 依据'])}
|---|---|---|---|---|
${rows.join('\n')}
`
}

function byModule([a]: [string, unknown], [b]: [string, unknown]): number {
  const order = Object.keys(moduleNames)
  return (
    (order.indexOf(a) + 1 || order.length + 1) - (order.indexOf(b) + 1 || order.length + 1) ||
    (a < b ? -1 : 1)
  )
}
