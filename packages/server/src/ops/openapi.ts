import { type Describable, describe, type Field, type Fields, topErrors } from '@opentbk/top'

type Schema = { [keyword: string]: unknown }

/**
 * The contracts as an OpenAPI 3.1 document. TOP has one path for all methods, so there is one operation, whose body
 * is one of the methods' requests, told apart by the parameter `method`; `x-methods` says which answer belongs to
 * which request. Answers are described in their full form: a root, and lists wrapped.
 */
export function describeOpenApi(methods: readonly Describable[]): Schema {
  const request = { $ref: '#/components/schemas/Request' }
  return {
    openapi: '3.1.1',
    info: {
      title: 'OpenTBK',
      version: '2.0',
      description: 'Methods of the TOP protocol, printed from their contracts. 由契约生成的 TOP 协议方法。',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths: {
      '/router/rest': {
        post: {
          operationId: 'call',
          summary: 'Call a method / 调用方法',
          security: [{ app: [] }],
          requestBody: {
            required: true,
            content: {
              'application/x-www-form-urlencoded': { schema: request },
              'multipart/form-data': { schema: request },
            },
          },
          responses: {
            200: {
              description:
                'The answer, or an error_response: the status is 200 either way. 成功与错误均为 200。',
              content: { 'text/javascript': { schema: { $ref: '#/components/schemas/Response' } } },
            },
          },
        },
      },
    },
    components: { schemas: printSchemas(methods), securitySchemes: { app: security } },
    'x-methods': methods.map(printMethod),
  }
}

// OpenAPI has no word for a signature over all parameters; the key is what can be said of it.
const security = {
  type: 'apiKey',
  in: 'query',
  name: 'sign',
  description: 'The signature of all parameters with the app’s secret; it may stand in the body too.',
}

const common: Schema = {
  type: 'object',
  required: ['method', 'app_key', 'timestamp', 'v', 'sign_method', 'sign'],
  properties: {
    method: { type: 'string' },
    app_key: { type: 'string' },
    timestamp: { type: 'string', description: 'GMT+8', examples: ['2026-01-01 12:00:00'] },
    v: { const: '2.0' },
    sign_method: { enum: ['md5', 'hmac', 'hmac-sha256'] },
    sign: { type: 'string', pattern: '^[0-9A-Fa-f]{32}([0-9A-Fa-f]{32})?$' },
    session: { type: 'string', description: 'a publisher’s access token' },
    format: { enum: ['json', 'xml'], default: 'xml' },
    simplify: { enum: ['true', 'false'], description: 'JSON without its root, lists as plain arrays' },
  },
}

const errorResponse: Schema = {
  type: 'object',
  required: ['error_response'],
  properties: {
    error_response: {
      type: 'object',
      required: ['code', 'msg', 'request_id'],
      properties: {
        code: { enum: Object.values(topErrors).map(({ code }) => code) },
        msg: { type: 'string' },
        sub_code: { type: 'string' },
        sub_msg: { type: 'string' },
        request_id: { type: 'string' },
      },
    },
  },
}

function printSchemas(methods: readonly Describable[]): Schema {
  const requests = methods.map((method) => ref(method, 'request'))
  const each = methods.flatMap((method) => [
    [componentName(method, 'request'), printRequest(method)],
    [componentName(method, 'response'), printResponse(method)],
  ])
  return {
    Common: common,
    Request: {
      oneOf: requests.map(($ref) => ({ $ref })),
      discriminator: {
        propertyName: 'method',
        mapping: Object.fromEntries(methods.map((method, index) => [method.name, requests[index]])),
      },
    },
    Response: {
      anyOf: [
        { $ref: '#/components/schemas/Error' },
        ...methods.map((method) => ({ $ref: ref(method, 'response') })),
      ],
    },
    Error: errorResponse,
    ...Object.fromEntries(each),
  }
}

function printMethod(method: Describable): Schema {
  const { title, session, permission, confidence, refusals, repeatable } = describe(method)
  return {
    method: method.name,
    title,
    session,
    permission,
    confidence,
    repeatable: repeatable === true,
    request: { $ref: ref(method, 'request') },
    response: { $ref: ref(method, 'response') },
    errors: refusals.map(({ code, sub_code, sub_msg }) => ({ code, sub_code, sub_msg })),
  }
}

function printRequest(method: Describable): Schema {
  const own = printMembers(method.request, parameterSchema)
  const needed = Object.entries(method.request).filter(([, field]) => field.required)
  const session = method.session === 'required' ? ['session'] : []
  return {
    title: method.title,
    allOf: [
      { $ref: '#/components/schemas/Common' },
      {
        type: 'object',
        required: ['method', ...session, ...needed.map(([name]) => name)],
        properties: { method: { const: method.name }, ...own },
      },
    ],
  }
}

function printResponse(method: Describable): Schema {
  const members = printMembers(method.response, answerSchema)
  const root = { type: 'object', properties: { ...members, request_id: { type: 'string' } } }
  return {
    title: method.title,
    type: 'object',
    required: [method.rootName],
    properties: { [method.rootName]: root },
  }
}

function printMembers(fields: Fields, print: (field: Field) => Schema): Schema {
  const shown = Object.entries(fields).filter(([, field]) => field.unfilled === undefined)
  return Object.fromEntries(shown.map(([name, field]) => [name, print(field)]))
}

/** A parameter is text; objects and lists of objects are JSON in it. */
function parameterSchema(field: Field): Schema {
  if (field.kind === 'list' && field.item.kind !== 'object') {
    return {
      type: 'string',
      description: words(field, 'comma-separated'),
      'x-items': valueSchema(field.item),
    }
  }
  if (field.kind !== 'object' && field.kind !== 'list') return valueSchema(field)
  return {
    type: 'string',
    ...described(field),
    contentMediaType: 'application/json',
    contentSchema: jsonSchema(field, valueSchema),
  }
}

/** An answer's value: a list is wrapped into an object with one member. */
function answerSchema(field: Field): Schema {
  if (field.kind !== 'list') return jsonSchema(field, answerSchema)
  const items = answerSchema(field.item)
  const wrapped = { [field.itemName]: { type: 'array', items } }
  return { type: 'object', ...described(field), properties: wrapped }
}

function jsonSchema(field: Field, inner: (field: Field) => Schema): Schema {
  if (field.kind !== 'object') return valueSchema(field)
  const required = Object.entries(field.fields).filter(([, member]) => member.required)
  return {
    type: 'object',
    ...described(field),
    ...(required.length === 0 ? {} : { required: required.map(([name]) => name) }),
    properties: printMembers(field.fields, inner),
  }
}

function valueSchema(field: Field): Schema {
  const about = described(field)
  switch (field.kind) {
    case 'object':
      return jsonSchema(field, valueSchema)
    case 'list':
      return {
        type: 'array',
        ...about,
        items: valueSchema(field.item),
        maxItems: field.maxItems,
        ...(field.minItems === 0 ? {} : { minItems: field.minItems }),
      }
    case 'string':
      return {
        type: 'string',
        ...about,
        ...(field.values === undefined ? {} : { enum: field.values }),
        ...(field.maxLength === undefined ? {} : { maxLength: field.maxLength }),
      }
    case 'number':
      return {
        type: 'integer',
        format: 'int64',
        ...about,
        ...(field.values === undefined ? {} : { enum: field.values }),
        ...bound('minimum', field.min),
        ...bound('maximum', field.max),
      }
    case 'boolean':
      return { type: 'boolean', ...about }
    case 'date':
      return { type: 'string', ...about, pattern: '^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d$' }
    case 'price':
      return { type: 'string', ...about, pattern: '^-?\\d+(\\.\\d{1,2})?$' }
    case 'file':
      return { type: 'string', ...about, contentMediaType: 'application/octet-stream' }
  }
}

// A bound beyond 2^53 could not be written exactly, and int64 says as much.
function bound(keyword: 'minimum' | 'maximum', value: number | bigint | undefined): Schema {
  return value !== undefined && Number.isSafeInteger(Number(value)) ? { [keyword]: Number(value) } : {}
}

function described(field: Field): Schema {
  const description = words(field)
  return {
    ...(description === '' ? {} : { description }),
    ...(field.example === undefined ? {} : { examples: [field.example] }),
    ...(field.ignored === undefined ? {} : { deprecated: true }),
  }
}

function words(field: Field, more?: string): string {
  const ignored = field.ignored === undefined ? undefined : `without effect: ${field.ignored}`
  return [field.note, more, ignored].filter((part) => part !== undefined).join('; ')
}

function componentName(method: Describable, part: 'request' | 'response'): string {
  return `${method.name}.${part}`
}

function ref(method: Describable, part: 'request' | 'response'): string {
  return `#/components/schemas/${componentName(method, part)}`
}
