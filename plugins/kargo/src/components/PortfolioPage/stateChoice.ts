import {
  PORTFOLIO_STATES,
  STATES_THAT_NEED_SOMEBODY,
  type PortfolioState,
} from '@fairway/plugin-kargo-common';

/** An option beside the states: all that need somebody, at once. */
export const NEEDY = 'needs-somebody';

/** The options that are chosen for states. */
export function optionsOfStates(states: readonly PortfolioState[]): string[] {
  return areAllNeedy(states) ? [NEEDY, ...states] : [...states];
}

/** The states that are chosen once the options are, of which one has just been pressed. */
export function statesOfOptions(
  before: readonly PortfolioState[],
  options: readonly string[],
): PortfolioState[] {
  const chosen = PORTFOLIO_STATES.filter(state => options.includes(state));
  const isOn = options.includes(NEEDY);
  if (isOn === areAllNeedy(before)) return chosen;
  if (isOn) {
    return PORTFOLIO_STATES.filter(
      state => chosen.includes(state) || isNeedy(state),
    );
  }
  return chosen.filter(state => !isNeedy(state));
}

function areAllNeedy(states: readonly PortfolioState[]): boolean {
  return STATES_THAT_NEED_SOMEBODY.every(state => states.includes(state));
}

function isNeedy(state: PortfolioState): boolean {
  return STATES_THAT_NEED_SOMEBODY.some(needy => needy === state);
}
