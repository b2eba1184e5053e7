import type { Context } from '../../context.ts'
import { createOperator } from '../../domain/operators/index.ts'
import { StartError } from '../../store/start-error.ts'
import { withFlagNames } from '../with-flag-names.ts'

const MAX_NAME = 64

/** `member`: whom the operator signs in as at the console. */
export async function createOperatorCommand(
  ctx: Context,
  given: string,
  { member }: { member?: string },
): Promise<number> {
  const name = given.trim()
  if (name === '' || name.length > MAX_NAME || /\p{Cc}/u.test(name)) {
    throw new StartError(`name: 1 to ${MAX_NAME} printable characters / 名称：1 至 ${MAX_NAME} 个可见字符`)
  }
  return withFlagNames(async () => {
    const token = await createOperator(ctx, { name, memberId: readMember(member) })
    if (token === undefined) {
      throw new StartError(`name: an operator "${name}" exists already / 运营人员 “${name}” 已存在`)
    }
    process.stdout.write(`operator ${name}\ntoken    ${token}\n`)
    process.stderr.write('The token is not shown again. / 令牌不会再次显示，请妥善保存。\n')
  })
}

function readMember(text: string | undefined): bigint | undefined {
  if (text === undefined) return undefined
  if (!/^[1-9]\d{0,17}$/.test(text)) throw new StartError('--member: a number expected / 应为数字')
  return BigInt(text)
}
