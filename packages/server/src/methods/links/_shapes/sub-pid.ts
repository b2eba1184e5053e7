import { type Refusals, string } from '@opentbk/top'

/** The place of the publisher with whom a tripartite link shares what it earns. */
export const subPid = string({
  required: true,
  maxLength: 64,
  note: 'PID of the third party; needs a share agreement in force with them, whose rate the links keep',
  example: 'mm_123_123_123',
})

export const subPidRefusals: Refusals = { 'sub-pid.bad': true, 'sub-pid.no-agreement': true }
