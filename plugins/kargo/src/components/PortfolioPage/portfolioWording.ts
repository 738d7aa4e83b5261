import type { StatusWording } from '@fairway/platform-ui';
import type { PortfolioState } from '@fairway/plugin-kargo-common';

export const STATE_WORDING: Readonly<Record<PortfolioState, StatusWording>> = {
  failed: { tone: 'bad', word: 'Failed' },
  stuck: { tone: 'attention', word: 'Stuck' },
  drifted: { tone: 'attention', word: 'Drifted' },
  waiting: { tone: 'attention', word: 'Waits for a person' },
  unknown: { tone: 'unknown', word: 'Unknown' },
  moving: { tone: 'busy', word: 'Moving' },
  steady: { tone: 'good', word: 'Steady' },
};
