export { createOperator } from './create-operator.ts'
export { findOperator, type Operator } from './find-operator.ts'
export { findOperatorOf } from './find-operator-of.ts'
