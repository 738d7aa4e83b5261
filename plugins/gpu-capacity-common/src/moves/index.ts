export {
  budgetsOf,
  readDisruptionBudget,
  type DisruptionBudget,
} from './DisruptionBudget';
export { type MovablePod, type StayReason } from './movablePods';
export type { Move } from './RefitSearch';
export {
  whatMustMove,
  type MoveAdvice,
  type MoveOption,
  type WhatMustMoveOptions,
} from './whatMustMove';
