export { grantedPackages, scopeIds } from './granted-packages.ts'
