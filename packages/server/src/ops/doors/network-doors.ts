import type { Door } from './door.ts'
import { count, flag, input, optional, pagedBack, reason, text } from './inputs.ts'

/** What the network goes by: jobs, settings, working days. */
export const networkDoors: readonly Door[] = [
  {
    at: 'GET /admin/v1/jobs',
    does: ['定时任务列表', 'List jobs'],
    answers: [200],
  },
  {
    at: 'GET /admin/v1/jobs/:name/runs',
    does: ['任务的运行记录', 'List the runs of a job'],
    query: { limit: optional(count(['条数，默认 50，至多 200', 'how many: 50 by default, at most 200'])) },
    answers: [200, 404],
  },
  {
    at: 'POST /admin/v1/jobs/:name/run',
    does: ['立即运行任务', 'Let a job take its turn now'],
    answers: [200, 404, 409],
  },
  {
    at: 'GET /admin/v1/settings',
    does: ['规则设置', 'What rules go by'],
    answers: [200],
  },
  {
    at: 'PUT /admin/v1/settings/:name',
    does: ['修改规则设置', 'Change what a rule goes by'],
    body: {
      value: input({ type: ['number', 'boolean', 'array', 'null'], items: { type: 'integer' } }, [
        '新值；null 恢复默认',
        'the value in the setting’s unit; null: back to the default',
      ]),
      reason,
    },
    answers: [200],
  },
  {
    at: 'GET /admin/v1/settings/changes',
    does: ['设置的变更记录', 'List changes of settings'],
    query: { name: optional(text(['设置名', 'the setting'])), ...pagedBack(200, 50) },
    answers: [200],
  },
  {
    at: 'GET /admin/v1/calendar',
    does: ['一年的工作日历', 'The days of a year that are unlike others'],
    query: { year: optional(text(['年份，默认今年', 'the year, this one by default'], 4)) },
    answers: [200],
  },
  {
    at: 'PUT /admin/v1/calendar/:day',
    does: ['设定某日是否上班', 'Say whether a day is a working day'],
    body: {
      working: flag(['是否工作日', 'whether it is']),
      name: text(['名称，如国庆节', 'its name, like National Day'], 100),
      reason,
    },
    answers: [200],
  },
  {
    at: 'DELETE /admin/v1/calendar/:day',
    does: ['撤回对某日的设定', 'Take back what was said of a day'],
    query: { reason },
    answers: [204, 404],
  },
  {
    at: 'PUT /admin/v1/calendar/years/:year',
    does: ['声明某年日历已完整', 'Say that a year’s calendar is complete'],
    body: { reason },
    answers: [200],
  },
  {
    at: 'DELETE /admin/v1/calendar/years/:year',
    does: ['撤回该声明', 'Take that back'],
    query: { reason },
    answers: [204, 404],
  },
]
