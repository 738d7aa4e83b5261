import { decide, type Decision } from '../decide';
import { BASIC_CONTROLS, type ActionBasis } from './actionBasis';

/**
 * Asks the controls that every action has. A refresh, which only makes Kargo look sooner, has no others.
 *
 * @public
 */
export function preflightBasis(input: ActionBasis): Decision {
  return decide(BASIC_CONTROLS, input, { glassIsBroken: false });
}
