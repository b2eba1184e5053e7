import type { Door } from './door.ts'
import { choice, count, id, input, optional, paged, reason, state, text, texts } from './inputs.ts'

const phrase = 200

/** What an operator reviews and plans: 爆料 and messages to groups. */
export const contentDoors: readonly Door[] = [
  {
    at: 'GET /admin/v1/content',
    does: ['爆料列表', 'List uploaded materials'],
    query: { status: state(['pending', 'approved', 'rejected']), ...paged(200) },
    answers: [200],
  },
  {
    at: 'POST /admin/v1/content/:id/review',
    does: ['审核爆料', 'Review a material'],
    body: {
      decision: choice(['approve', 'reject'], ['审核结论', 'the decision']),
      reason,
      scene_ids: optional(
        texts(['适用场景，默认全部；仅随通过', 'scenes, all by default; with an approval'], 2),
      ),
      use_scenes: optional(
        texts(['使用场景，默认全部；仅随通过', 'uses, all by default; with an approval'], 5),
      ),
      need_item_count: optional(count(['需购买件数，默认 1', 'pieces to be bought, 1 by default'])),
      title: optional(text(['标题', 'a title'], 100)),
      tag: optional(text(['标签', 'a tag'], 20)),
      selling_point: optional(text(['卖点', 'what speaks for it'], phrase)),
      price_structure: optional(text(['价格构成', 'how the price is made up'], phrase)),
      recommend_reason: optional(text(['推荐理由', 'why it is recommended'], phrase)),
      content_tags: optional(texts(['内容标签', 'tags of the content'], 10)),
    },
    answers: [200, 404],
  },
  {
    at: 'GET /admin/v1/community/plans',
    does: ['社群发单计划及其结果', 'List plans of messages, with what became of them'],
    query: { group_id: optional(text(['群', 'the group'], 64)), ...paged(20) },
    answers: [200],
  },
  {
    at: 'POST /admin/v1/community/plans',
    does: ['创建社群发单计划', 'Plan messages to groups'],
    body: {
      member_id: id(['群所属的推广者', 'the promoter whose groups they are']),
      groups: texts(['群，至多 50 个', 'groups, at most 50'], 50),
      scd_id: optional(id(['人群', 'a crowd'])),
      name: text(['计划名称', 'its name'], 64),
      messages: input(
        {
          type: 'array',
          minItems: 1,
          maxItems: 200,
          items: {
            type: 'object',
            required: ['send_time', 'content'],
            properties: {
              send_time: { type: 'string', format: 'date-time' },
              content: { type: 'string', maxLength: 2000 },
            },
            additionalProperties: false,
          },
        },
        ['消息：发送时间与内容', 'messages: when to send them, and their text'],
      ),
    },
    answers: [201],
  },
]
