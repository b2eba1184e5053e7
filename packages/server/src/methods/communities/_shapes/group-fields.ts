import { invalidArgument, long, string } from '@opentbk/top'

export const groupId = string({
  required: true,
  maxLength: 64,
  note: 'a group that the operator has made a plan for',
  example: 'R:15323432',
})

export const scdId = long({
  min: 1n,
  note: 'a crowd (联盟人群): only its plans are meant',
  example: '125452',
})

/** A channel's own words on something, which are kept. */
export function checkWords(name: string, text: string | undefined): string | undefined {
  if (text?.includes('\0')) throw invalidArgument(name, '含有无法保存的字符')
  return text
}
