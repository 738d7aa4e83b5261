import { decide, type Decision } from '../decide';
import { BASIC_CONTROLS, type ActionBasis } from './actionBasis';

/**
 * Asks every control about a refresh, which only makes Kargo look sooner.
 *
 * @public
 */
export function preflightRefresh(input: ActionBasis): Decision {
  return decide(BASIC_CONTROLS, input, { glassIsBroken: false });
}
