import type { Promotion } from '../model';
import type { Annotations } from '../model/portalAnnotations';

/**
 * What the ledger needs of a promotion. A row of a list is enough while it goes on; of one that is finished, the time, the
 * message and the annotations have to be read.
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
  | 'phase'
  | 'actor'
  | 'createdAt'
> &
  Partial<
    Pick<
      Promotion,
      'version' | 'message' | 'startedAt' | 'finishedAt' | 'steps' | 'shard'
    >
  > & { readonly annotations?: Annotations };
