import type { RefusalText } from '@opentbk/top'

/** What the dg doors that take an adzone without its site say of one that is unknown or foreign. */
export const adzoneNotFound: RefusalText = {
  subCode: '4',
  subMsg: '查询不到对应的adzoneId，请检查adzoneId是否正确',
}
