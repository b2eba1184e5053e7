import type { Context } from '../context.ts'
import { createOperator } from '../domain/operators/index.ts'
import { StartError } from '../store/start-error.ts'

const MAX_NAME = 64

export async function createOperatorCommand(ctx: Context, given: string): Promise<number> {
  const name = given.trim()
  if (name === '' || name.length > MAX_NAME || /\p{Cc}/u.test(name)) {
    throw new StartError(`name: 1 to ${MAX_NAME} printable characters / 名称：1 至 ${MAX_NAME} 个可见字符`)
  }
  const token = await createOperator(ctx, { name })
  if (token === undefined) {
    throw new StartError(`name: an operator "${name}" exists already / 运营人员 “${name}” 已存在`)
  }
  process.stdout.write(`operator ${name}\ntoken    ${token}\n`)
  process.stderr.write('The token is not shown again. / 令牌不会再次显示，请妥善保存。\n')
  return 0
}
