declare module 'node-taobao-topclient' {
  type Options = { appkey: string; appsecret: string; REST_URL: string }
  type Params = Record<string, unknown>

  // A CommonJS module with a default export: the test runner hands out what is inside.
  // biome-ignore lint/style/noDefaultExport: what the package exports is not ours to choose
  export default class TopClient {
    constructor(options: Options)
    /** Calls, and answers the whole body: parsed JSON, or the text when it is not JSON. */
    // biome-ignore lint/suspicious/noExplicitAny: an answer off the wire has no type until a test looks at it
    request(params: Params, verb?: string): Promise<any>
    /** Calls, and answers what is inside the root. */
    // biome-ignore lint/suspicious/noExplicitAny: as above
    execute(method: string, params: Params, verb?: string): Promise<any>
  }
}
