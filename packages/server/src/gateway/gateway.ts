import type { Context } from '../context.ts'
import type { ServerMethod } from '../methods/define.ts'
import type { CallLog } from './call-log.ts'
import type { Failures } from './failures.ts'
import type { Metrics } from './metrics.ts'
import type { Quota } from './quota.ts'

/** What the pipeline needs, made once by the composition root. */
export type Gateway = {
  ctx: Context
  catalogue: ReadonlyMap<string, ServerMethod>
  quota: Quota
  callLog: CallLog
  metrics: Metrics
  /** In a sandbox: what is to fail on purpose. */
  failures?: Failures
}
