import type { RiskClass } from './riskClass';

/**
 * The classes that come with the plugin; config overrides and adds.
 *
 * Rollouts of applications are quick and go back by promoting what was there before. Infrastructure is carried out where
 * it is reviewed, takes long and is mended forward. Migrations have an order and a point of no return.
 */
export const SHIPPED_RISK_CLASSES: readonly RiskClass[] = [
  {
    name: 'application',
    executionMode: 'execute',
    approvers: { count: 0, groups: [] },
    minimumSoak: 'PT0S',
    verificationRequired: false,
    changeWindowRequired: false,
    calendar: [],
    rollback: { expectation: 're-promote' },
    longestDuration: 'PT30M',
  },
  {
    name: 'infrastructure',
    executionMode: 'hand-off',
    approvers: { count: 2, groups: [] },
    minimumSoak: 'PT1H',
    verificationRequired: true,
    changeWindowRequired: false,
    calendar: [],
    rollback: { expectation: 'forward-fix' },
    longestDuration: 'PT6H',
  },
  {
    name: 'migration',
    executionMode: 'hand-off',
    approvers: { count: 2, groups: [] },
    minimumSoak: 'P1D',
    verificationRequired: true,
    changeWindowRequired: true,
    calendar: [],
    rollback: { expectation: 'runbook' },
    longestDuration: 'P1D',
  },
];
