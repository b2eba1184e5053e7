import { createClient } from '@opentbk/sdk'

const { GATEWAY, APP_KEY, APP_SECRET } = process.env
const [, , adzoneId] = process.argv
const client = createClient({ gateway: GATEWAY, appKey: APP_KEY, appSecret: APP_SECRET })

const found = await client.tbk.dgMaterialOptionalUpgrade({ adzone_id: adzoneId, q: '家用', page_size: 3 })
const converted = await client.tbk.dgGeneralLinkConvert({
  adzone_id: BigInt(adzoneId),
  item_dto: [{ item_id: found.result_list[0].item_id, external_id: '标记 &=+%' }],
})
const link = converted.data.item_url_list[0].link_info_dto.cps_long_url
const shared = await client.tbk.tpwdCreate({ url: link })
const parsed = await client.tbk.tpwdParse({ password_content: `看看 ${shared.data.model} 复制` })
const unknown = await client.call('opentbk.no.such').catch((error) => error)
const refusal = await client.tbk.tbkinfoGet({}).catch((error) => error)

process.stdout.write(
  JSON.stringify({
    found: found.result_list.length,
    linkIsOurs: link.startsWith(new URL(GATEWAY).origin),
    parsedIsLink: parsed.data.origin_url === link,
    refusal: {
      name: refusal.name,
      code: refusal.code,
      subCode: refusal.subCode,
      retryable: refusal.retryable,
    },
    unknownMethod: unknown.code,
  }),
)
