import {
  type Client,
  type ClientOptions,
  createClient,
  type TbkOrderDetailsGetResponse,
  type TbkOrderDetailsGetResponseDataResults,
  TopApiError,
  TransportError,
} from '@opentbk/sdk'

const options: ClientOptions = { gateway: 'http://127.0.0.1:8080/router/rest', appKey: '1', appSecret: 'x' }
const client: Client = createClient(options)

export async function ordersOf(
  startTime: string,
  endTime: string,
): Promise<TbkOrderDetailsGetResponseDataResults[]> {
  const answer: TbkOrderDetailsGetResponse = await client.tbk.orderDetailsGet({
    start_time: startTime,
    end_time: endTime,
    page_size: 100,
  })
  return answer.data?.results ?? []
}

export async function firstAdzone(): Promise<string | undefined> {
  const [order] = await ordersOf('2026-01-01 00:00:00', '2026-01-01 03:00:00')
  // @ts-expect-error ids are texts
  const wrong: number | undefined = order?.adzone_id
  return wrong === undefined ? order?.adzone_id : undefined
}

export async function refused(): Promise<string | number | undefined> {
  try {
    // @ts-expect-error adzone_id is required
    await client.tbk.dgGeneralLinkConvert({ item_id_list: 'x' })
    // @ts-expect-error biz_scene_id takes 1 to 4
    await client.tbk.dgGeneralLinkConvert({ adzone_id: 1, biz_scene_id: '5' })
    // @ts-expect-error no such parameter
    await client.tbk.tpwdParse({ password: 'x' })
    await client.time.get()
    await client.tbk.dgGeneralLinkConvert({ adzone_id: 9007199254740993n, special_id: undefined })
    return undefined
  } catch (error) {
    if (error instanceof TopApiError) return error.subCode ?? error.code
    return error instanceof TransportError ? error.problem : undefined
  }
}
