/** What an error answer must hold besides its request id; a pattern where the text has the time in it. */
export type WireError = { code: number; msg: string; sub_code?: string; sub_msg?: string | RegExp }

/** A call that is right but for what a fault changes. */
export type Draft = {
  verb: string
  params: Record<string, string>
  /** Written behind the body as it is. */
  tail: string
  /** Sent as the signature; right when undefined, left out when empty. */
  sign: string | undefined
  app: { packages: string[]; ipList: string[]; isStopped: boolean; isUsedUp: boolean }
}

/** `kind`: faults of one kind exclude each other. */
export type Fault = {
  kind: string
  name: string
  expected: WireError | ((call: { appKey: string; base: string }) => WireError)
  spoil(draft: Draft): void
}

const without = (name: string) => (draft: Draft) => {
  delete draft.params[name]
}
const having = (name: string, value: string) => (draft: Draft) => {
  draft.params[name] = value
}
const inApp = (change: Partial<Draft['app']>) => (draft: Draft) => {
  Object.assign(draft.app, change)
}
const inDraft = (change: Partial<Draft>) => (draft: Draft) => {
  Object.assign(draft, change)
}
const denied = { code: 11, msg: 'Insufficient isv permissions' }

/** Every way for a call to fail before and in its method, in the order in which the gateway looks. */
export const faults: readonly Fault[] = [
  {
    kind: 'verb',
    name: 'PUT',
    expected: { code: 9, msg: 'Http action not allowed' },
    spoil: inDraft({ verb: 'PUT' }),
  },
  {
    kind: 'encoding',
    name: 'not UTF-8',
    expected: { code: 47, msg: 'Invalid encoding', sub_msg: '请求参数不是合法的UTF-8编码' },
    spoil: inDraft({ tail: '&note=%ff' }),
  },
  {
    kind: 'format',
    name: 'format yaml',
    expected: { code: 23, msg: 'Invalid format' },
    spoil: having('format', 'yaml'),
  },
  {
    kind: 'method',
    name: 'no method',
    expected: { code: 21, msg: 'Missing method', sub_msg: 'http传入的参数加入method字段' },
    spoil: without('method'),
  },
  {
    kind: 'method',
    name: 'unknown method',
    expected: { code: 22, msg: 'Invalid method', sub_msg: '不存在的方法名：taobao.tbk.nothing' },
    spoil: having('method', 'taobao.tbk.nothing'),
  },
  {
    kind: 'app',
    name: 'no app key',
    expected: { code: 28, msg: 'Missing app key' },
    spoil: without('app_key'),
  },
  {
    kind: 'app',
    name: 'unknown app key',
    expected: { code: 29, msg: 'Invalid app Key', sub_code: 'isv.appkey-not-exists' },
    spoil: having('app_key', '404'),
  },
  {
    kind: 'app',
    name: 'stopped app',
    expected: { code: 29, msg: 'Invalid app Key', sub_code: 'isv.appkey invalid status' },
    spoil: inApp({ isStopped: true }),
  },
  {
    kind: 'timestamp',
    name: 'no time stamp',
    expected: { code: 30, msg: 'Missing timestamp' },
    spoil: without('timestamp'),
  },
  {
    kind: 'timestamp',
    name: 'stale time stamp',
    expected: {
      code: 31,
      msg: 'Invalid timestamp',
      sub_code: 'isv.timestamp-limit-error',
      sub_msg: /^服务器时间.{19}（GMT\+8），收到的时间戳为2020-01-01 00:00:00，相差超过10分钟/,
    },
    spoil: having('timestamp', '2020-01-01 00:00:00'),
  },
  {
    kind: 'version',
    name: 'no version',
    expected: { code: 32, msg: 'Missing version' },
    spoil: without('v'),
  },
  {
    kind: 'version',
    name: 'version x',
    expected: { code: 33, msg: 'Invalid version' },
    spoil: having('v', 'x'),
  },
  {
    kind: 'version',
    name: 'version 1.0',
    expected: { code: 34, msg: 'Unsupported version' },
    spoil: having('v', '1.0'),
  },
  {
    kind: 'sign',
    name: 'no signature',
    expected: { code: 24, msg: 'Missing signature' },
    spoil: inDraft({ sign: '' }),
  },
  {
    kind: 'sign',
    name: 'wrong signature',
    expected: ({ base }) => ({ code: 25, msg: 'Invalid signature', sub_msg: base }),
    spoil: inDraft({ sign: '0'.repeat(32) }),
  },
  {
    kind: 'session',
    name: 'no session',
    expected: { code: 26, msg: 'Missing session' },
    spoil: without('session'),
  },
  {
    kind: 'session',
    name: 'unknown session',
    expected: { code: 27, msg: 'Invalid session', sub_code: 'invalid-sessionkey', sub_msg: 'SessionKey非法' },
    spoil: having('session', '6200000'),
  },
  {
    kind: 'package',
    name: 'no package at all',
    expected: { ...denied, sub_code: 'isv.permission-api-package-empty' },
    spoil: inApp({ packages: [] }),
  },
  {
    kind: 'package',
    name: 'other packages',
    expected: {
      ...denied,
      sub_code: 'isv.permission-api-package-limit',
      sub_msg: 'scope ids is 11655 11998',
    },
    spoil: inApp({ packages: ['link', 'basic'] }),
  },
  {
    kind: 'ip',
    name: 'another address',
    expected: ({ appKey }) => ({
      ...denied,
      sub_code: 'isv.permission-ip-whitelist-limit',
      sub_msg: `The appkey ${appKey} is only allowed to call from 10.232.*.*,192.0.2.0/24, but your ip is 127.0.0.1`,
    }),
    spoil: inApp({ ipList: ['10.232.*.*', '192.0.2.0/24'] }),
  },
  {
    kind: 'quota',
    name: 'used up',
    expected: {
      code: 7,
      msg: 'App Call Limited',
      sub_code: 'accesscontrol.limited-by-app-access-count',
      sub_msg: /^This ban will last for [1-9][0-9]* more seconds$/,
    },
    spoil: inApp({ isUsedUp: true }),
  },
  {
    kind: 'site_id',
    name: 'no site_id',
    expected: {
      code: 40,
      msg: 'Missing required arguments:site_id',
      sub_code: 'isv.missing-parameter:site_id',
      sub_msg: '缺少必填参数 site_id',
    },
    spoil: without('site_id'),
  },
  {
    kind: 'adzone_name',
    name: 'a long adzone_name',
    expected: {
      code: 41,
      msg: 'Invalid arguments:adzone_name',
      sub_code: 'isv.invalid-parameter:adzone_name',
      sub_msg: '参数 adzone_name 不正确：最长 64 个字符，收到 65 个',
    },
    spoil: having('adzone_name', '长'.repeat(65)),
  },
  {
    kind: 'site_id',
    name: "somebody else's site",
    expected: {
      code: 15,
      msg: 'Remote service error',
      sub_code: '2',
      sub_msg: 'pid不正确，请检查是否输入了正确的adzoneId和siteId',
    },
    spoil: having('site_id', '1'),
  },
]
