export interface SdkName {
  /** The group of the client: `tbk`. */
  group: string
  /** The method in it: `orderDetailsGet`. */
  method: string
  /** Begins the names of the method's types: `TbkOrderDetailsGet`. */
  stem: string
}

// What a client has besides its groups, and what would make it look like a promise.
const taken = new Set(['call', 'then'])

/**
 * The SDK's name of a method, computed from its wire name: without a leading `taobao.` the first word is the group
 * and the others, in camel case, the method. `taobao.tbk.order.details.get` is `tbk.orderDetailsGet`.
 */
export function sdkName(wireName: string): SdkName {
  const bare = wireName.startsWith('taobao.') ? wireName.slice('taobao.'.length) : wireName
  const [group = '', first = '', ...rest] = bare.split('.')
  if (first === '' || taken.has(group)) throw new Error(`${wireName}: no name in the SDK can be made of it`)
  return {
    group,
    method: first + rest.map(pascal).join(''),
    stem: [group, first, ...rest].map(pascal).join(''),
  }
}

/** `item_url_list` and `itemUrlList` are `ItemUrlList`. */
export function pascal(name: string): string {
  return name
    .split('_')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('')
}
