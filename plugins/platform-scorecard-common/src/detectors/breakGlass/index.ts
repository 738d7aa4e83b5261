export type {
  BreakGlassContext,
  BreakGlassFindings,
  BreakGlassGrant,
  PassedOverBinding,
} from './BreakGlassGrant';
export {
  DEFAULT_POWERFUL_ROLES,
  findBreakGlassGrants,
} from './findBreakGlassGrants';
