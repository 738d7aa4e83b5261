import type {
  AdviceSubject,
  DiagnosedFailure,
} from '@fairway/plugin-kargo-common';
import type { CallerOptions } from '../services/KargoPromotionsService';

/**
 * What the rules diagnosed about a promotion or a stage of an entity, with the rights of the caller. Empty where nothing
 * is wrong.
 *
 * @throws `NotFoundError` where the caller can see no such entity, or it has no such part
 */
export type DiagnosisOf = (
  entityRef: string,
  subject: AdviceSubject,
  caller: CallerOptions,
) => Promise<readonly DiagnosedFailure[]>;
