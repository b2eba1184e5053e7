/** Why a page answers and not the app. */
export type Problem = { status: 400 | 401 | 403; chinese: string; english: string }

export const problems = {
  client: {
    status: 400,
    chinese: 'client_id 不正确：没有这个应用，或应用已停用',
    english: 'client_id is invalidate: there is no such app, or it was stopped',
  },
  redirect: {
    status: 400,
    chinese: 'redirect_uri 不正确：不是该应用登记的回调域名',
    english: 'redirect_uri is invalidate: not at a registered domain of this app',
  },
  state: { status: 400, chinese: 'state 最多1024个字符', english: 'state: at most 1024 characters' },
  repeated: (name: string): Problem => ({
    status: 400,
    chinese: `参数 ${name.slice(0, 64)} 重复`,
    english: `${name.slice(0, 64)}: given more than once`,
  }),
} as const satisfies Record<string, Problem | ((name: string) => Problem)>
