import { BadField, FieldReader } from '../goods/index.ts'
import type { NewMessage, NewPlan } from './group.ts'
import { isGroupId } from './rules.ts'

const MAX_GROUPS = 50
const MAX_MESSAGES = 200
const MAX_NAME = 64
const MAX_CONTENT = 2000

/** A plan as an operator sends it in JSON; BadField names what is wrong. Messages are put into their order. */
export function readPlan(given: unknown): NewPlan {
  const reader = FieldReader.of(given, ['member_id', 'groups', 'scd_id', 'name', 'messages'])
  return {
    memberId: reader.id('member_id'),
    groupIds: readGroups(reader),
    scdId: reader.optionalId('scd_id'),
    name: reader.text('name', MAX_NAME),
    messages: readMessages(reader),
  }
}

function readGroups(reader: FieldReader): string[] {
  const groups = reader.items('groups', MAX_GROUPS).map((id, index) => {
    if (typeof id === 'string' && isGroupId(id)) return id
    throw new BadField(`groups[${index}]`, '1 to 64 printable ASCII characters without blanks expected')
  })
  const twice = groups.findIndex((id, index) => groups.indexOf(id) < index)
  if (twice >= 0) throw new BadField(`groups[${twice}]`, 'named twice')
  return groups
}

function readMessages(reader: FieldReader): NewMessage[] {
  const messages = reader.items('messages', MAX_MESSAGES).map((given, index) => {
    try {
      const message = FieldReader.of(given, ['send_time', 'content'])
      return { sendAt: message.time('send_time'), content: message.text('content', MAX_CONTENT) }
    } catch (error) {
      if (!(error instanceof BadField)) throw error
      const path = `messages[${index}]`
      throw new BadField(error.field === 'body' ? path : `${path}.${error.field}`, error.reason)
    }
  })
  return messages.sort((a, b) => a.sendAt.getTime() - b.sendAt.getTime())
}
