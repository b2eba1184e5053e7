import { boolean, invalidArgument, number, parseGmt8, Refusal, string } from '@opentbk/top'
import type { OrderPage, OrderQuery } from '../../../domain/orders/index.ts'

const times = { 1: 'created', 2: 'paid', 3: 'earned', 4: 'modified' } as const

/** How a window of orders is asked for, whoever asks. */
export const windowFields = {
  query_type: number({
    default: 1,
    note: 'time searched by: 1 created, 2 paid, 3 settled, 4 modified',
    example: '1',
  }),
  position_index: string({
    maxLength: 80,
    note: 'as returned with the page before; needed from page 2 on',
  }),
  tk_status: number({ note: '11 created, 12 paid, 13 closed, 14 received, 3 settled; all when absent' }),
  end_time: string({
    required: true,
    note: 'GMT+8; this second still belongs to the window',
    example: '2026-01-01 12:28:22',
  }),
  start_time: string({
    required: true,
    note: 'GMT+8; at most 3 hours before the end, at most 90 days ago',
    example: '2026-01-01 12:18:22',
  }),
  jump_type: number({ default: 1, note: '1 next page, -1 page before', example: '1' }),
  page_no: number({ min: 1, max: 100, default: 1, example: '1' }),
}

/** What a page says beside its orders. */
export const pageFields = {
  has_pre: boolean({ example: 'false' }),
  position_index: string({
    note: 'to be returned as it is',
    example: '1555904214000_1|1555917305000_20',
  }),
  has_next: boolean({ example: 'true' }),
  page_no: number({ example: '1' }),
  page_size: number({ example: '20' }),
}

export const windowRefusals = {
  'order.bad-time': true,
  'order.time-order': true,
  'order.future': true,
  'order.window': true,
  'order.bad-position': true,
  'order.bad-status': true,
  'order.bad-jump': true,
} as const

type WindowInput = {
  query_type: number
  position_index?: string | undefined
  page_size: number
  tk_status?: number | undefined
  end_time: string
  start_time: string
  jump_type: number
  page_no: number
}

/** The window that a call asks for. */
export function readWindow(input: WindowInput): Omit<OrderQuery, 'memberIds' | 'roles' | 'scene'> {
  return {
    by: choose('query_type', times, input.query_type),
    start: readTime('start_time', input.start_time),
    end: readTime('end_time', input.end_time),
    status: input.tk_status,
    pageNo: input.page_no,
    pageSize: input.page_size,
    position: input.position_index,
    jump: input.jump_type,
  }
}

/** What a page says beside its orders, as asked for. */
export function writePage(page: OrderPage, input: WindowInput) {
  return {
    has_pre: page.hasPrevious,
    position_index: page.position,
    has_next: page.hasNext,
    page_no: input.page_no,
    page_size: input.page_size,
  }
}

export function choose<T>(name: string, options: Readonly<Record<number, T>>, value: number): T {
  const chosen = options[value]
  if (chosen === undefined) throw invalidArgument(name, `应为${Object.keys(options).join('、')}之一`)
  return chosen
}

export function readTime(name: string, text: string): Date {
  const time = parseGmt8(text)
  if (!time) throw new Refusal('order.bad-time', `${name}的格式应为yyyy-MM-dd HH:mm:ss`)
  return time
}
