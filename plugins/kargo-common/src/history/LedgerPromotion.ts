import type { Promotion } from '../model';
import type { Annotations } from '../model/portalAnnotations';

/**
 * What the ledger needs of a promotion. Without `annotations` it works, and knows neither the reason nor the agent.
 *
 * @public
 */
export type LedgerPromotion = Pick<
  Promotion,
  | 'project'
  | 'name'
  | 'uid'
  | 'stage'
  | 'freight'
  | 'version'
  | 'phase'
  | 'message'
  | 'actor'
  | 'createdAt'
  | 'startedAt'
  | 'finishedAt'
> & { readonly annotations?: Annotations };
