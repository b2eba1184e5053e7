export const standings = ['good', 'suspended'] as const
export type Standing = (typeof standings)[number]

export const roles = ['publisher', 'service_provider', 'merchant', 'recruiting_leader', 'operator'] as const
export type Role = (typeof roles)[number]

/** Who takes part in the network, as operators see it. */
export type Member = {
  id: bigint
  name: string
  roles: readonly string[]
  standing: Standing
  createdAt: Date
}
