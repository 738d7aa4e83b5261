import type { StageDetail } from '@fairway/plugin-kargo-common';

/** Controls of a stage that nothing keeps a change from. */
export const openControls: StageDetail['controls'] = {
  riskClass: 'standard',
  source: 'default',
  executionMode: 'view',
  approvers: { count: 0, groups: [] },
  minimumSoak: 'PT0S',
  verificationRequired: false,
  changeWindowRequired: false,
  rollback: { expectation: 're-promote' },
  longestDuration: 'PT1H',
  calendar: { status: 'open', sentence: 'Open.' },
};
