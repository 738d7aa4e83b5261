import type { StatusWording } from '@fairway/platform-ui';
import type { FitView } from '@fairway/plugin-gpu-capacity-common';
import { OUTCOME_WORDING } from '../wording';

/** How many pods a domain takes, such as a rack. */
export interface DomainSlots {
  readonly domain: string;
  readonly slots: number;
}

/**
 * How an answer is called: what is not evaluated makes of a yes a "yes, unless", and what fits in all need not fit within
 * one domain.
 */
export function fitWording(
  fit: Pick<FitView, 'outcome' | 'unevaluated' | 'replicas'>,
  domains?: readonly DomainSlots[],
): StatusWording {
  const { outcome, unevaluated, replicas } = fit;
  if (outcome !== 'go') return OUTCOME_WORDING[outcome];
  if (domains && !domains.some(({ slots }) => slots >= replicas)) {
    return { tone: 'attention', word: 'Not within one' };
  }
  return unevaluated.length > 0
    ? { tone: 'attention', word: 'Yes, unless' }
    : OUTCOME_WORDING.go;
}
