import type { FactKind } from '@fairway/plugin-platform-scorecard-common';

/** What each kind of fact means to a reader. */
export const FACT_KIND_WORDS: Readonly<Record<FactKind, string>> = {
  'path.run.started': 'Golden path started',
  'path.run.completed': 'Golden path completed',
  'path.run.failed': 'Golden path failed',
  'path.run.cancelled': 'Golden path cancelled',
  'service.created': 'Service created',
  'service.adopted': 'Service adopted a golden path',
  'service.retired': 'Service retired',
  'service.reached-production': 'Service reached production',
  'promotion.succeeded': 'Promotion succeeded',
  'promotion.failed': 'Promotion failed',
  'promotion.aborted': 'Promotion aborted',
  'bypass.detected': 'Way around the platform',
  'exception.requested': 'Exception requested',
  'exception.approved': 'Exception approved',
  'exception.rejected': 'Exception rejected',
  'exception.revoked': 'Exception revoked',
  'exception.expired': 'Exception expired',
  'activity.observed': 'Act of value',
};

const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries(FACT_KIND_WORDS),
);

/** Words for a kind that the backend sent; a kind of a newer backend is shown as it is. */
export function factKindWords(kind: string): string {
  return WORDS.get(kind) ?? kind;
}
