import { type Command, Option } from 'commander'
import { readDataConfig } from '../../config.ts'
import { type CallFlags, callMethod } from './call.ts'
import { doctor } from './doctor.ts'
import { printKeys } from './print-keys.ts'
import { signParams } from './sign-params.ts'

type Door = {
  program: Command
  dataFlag(): string | undefined
  /** Runs a command that answers its exit status. */
  run(work: () => Promise<number>): Promise<void>
}

const signMethods = () =>
  new Option('--sign-method <how>', 'how it is signed / 签名算法')
    .choices(['md5', 'hmac', 'hmac-sha256'])
    .default('md5')
const secret = () => new Option('--secret <secret>', 'the app secret / 应用密钥').env('OPENTBK_APP_SECRET')

/** The commands for people who call the gateway. Without flags they use the sandbox's DIR/demo.json. */
export function addCallerCommands(door: Door): void {
  const { program, run } = door
  const data = () => readDataConfig(door.dataFlag(), process.env)
  const dataDir = () => data().dataDir

  program
    .command('call <method> [params...]')
    .description(
      'calls a method with name=value parameters; status 1 on an error / 调用接口，参数写作 name=value',
    )
    .option('--gateway <url>', 'whom to call; else the sandbox / 网关地址，默认沙箱')
    .addOption(new Option('--key <key>', 'the app key / 应用 app_key').env('OPENTBK_APP_KEY'))
    .addOption(secret())
    .option('--session <token>', 'a session; the demo one is used where a method needs it / 授权令牌')
    .addOption(
      new Option('--format <format>', 'of the answer / 返回格式').choices(['json', 'xml']).default('json'),
    )
    .addOption(signMethods())
    .option('--simplify', 'simplified JSON / 精简 JSON')
    .option('--raw', 'the answer as it came / 原样输出')
    .action((method: string, params: string[], flags: CallFlags) =>
      run(async () => callMethod(dataDir(), { method, params, flags })),
    )

  program
    .command('sign <params...>')
    .description('prints what is signed for name=value parameters, and the signature / 打印签名原文与签名')
    .addOption(secret())
    .addOption(signMethods())
    .action((params: string[], flags: Pick<CallFlags, 'secret' | 'signMethod'>) =>
      run(async () => signParams(dataDir(), { params, secret: flags.secret, signMethod: flags.signMethod })),
    )

  program
    .command('keys')
    .description('prints the access to a sandbox’s demo network / 打印沙箱演示网络的访问信息')
    .option('--json', 'as demo.json has it / 输出 JSON')
    .action((flags: { json?: boolean }) => run(async () => printKeys(data(), flags)))

  program
    .command('doctor')
    .description('looks for what would keep the server from working; status 1 on a problem / 检查运行环境')
    .addOption(new Option('--host <host>', 'where it listens / 监听地址').env('HOST').default('127.0.0.1'))
    .addOption(
      new Option('--port <port>', 'where it listens / 监听端口').env('PORT').argParser(Number).default(8080),
    )
    .action((place: { host: string; port: number }) => run(() => doctor(door.dataFlag(), place)))
}
