// Words that end the names of methods which only read; any other word may create or change something.
const readingWords = new Set([
  'coupon',
  'detail',
  'explain',
  'extract',
  'get',
  'material',
  'optional',
  'parse',
  'query',
  'recommend',
  'sum',
  'transform',
  'upgrade',
])

/** Whether a method's name says that it only reads: `taobao.tbk.order.details.get` does, `…tpwd.create` does not. */
export function isReading(methodName: string): boolean {
  return readingWords.has(methodName.slice(methodName.lastIndexOf('.') + 1))
}
