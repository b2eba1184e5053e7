import type { FastifyInstance } from 'fastify'
import type { Context } from '../../context.ts'
import { FieldReader } from '../../domain/goods/index.ts'
import {
  type ListedSetting,
  listNetworkSettings,
  listSettingChanges,
  type SettingChange,
  setNetworkSetting,
} from '../../domain/network-settings/index.ts'
import { nextOf } from '../page.ts'

const MAX_BODY_BYTES = 65_536
const DEFAULT_LIMIT = 50
const MAX_PAGE = 200
const PATH = '/admin/v1/settings'

/** What rules go by, and every change of it. */
export function settingRoutes(http: FastifyInstance, ctx: Context): void {
  http.get(PATH, async () => ({ settings: (await listNetworkSettings(ctx)).map(writeSetting) }))

  http.put<{ Params: { name: string } }>(`${PATH}/:name`, { bodyLimit: MAX_BODY_BYTES }, async (request) => {
    FieldReader.of(request.body, ['value', 'reason'])
    const { value, reason } = request.body as { value?: unknown; reason?: unknown }
    const by = { kind: 'operator', operatorId: request.operatorId } as const
    const setting = await setNetworkSetting(ctx, { name: request.params.name, value, reason, by })
    return writeSetting(setting)
  })

  http.get(`${PATH}/changes`, async (request) => {
    const reader = FieldReader.of(request.query, ['name', 'before', 'limit'])
    const limit = Math.min(Math.max(reader.count('limit', DEFAULT_LIMIT), 1), MAX_PAGE)
    const changes = await listSettingChanges(ctx, {
      name: reader.optionalText('name'),
      before: reader.optionalId('before'),
      limit,
    })
    return { changes: changes.map(writeChange), next: nextOf(changes, limit) }
  })
}

function writeSetting(setting: ListedSetting) {
  return {
    name: setting.name,
    value: setting.value,
    default: setting.default,
    is_default: setting.isDefault,
    unit: setting.unit,
    least: setting.least ?? null,
    most: setting.most ?? null,
    rule: setting.rule ?? null,
    description: { zh: setting.zh, en: setting.en },
  }
}

function writeChange(change: SettingChange) {
  return {
    id: String(change.id),
    name: change.name,
    before: change.before ?? null,
    after: change.after ?? null,
    reason: change.reason,
    operator_id: change.operatorId === undefined ? null : String(change.operatorId),
    at: change.at.toISOString(),
  }
}
