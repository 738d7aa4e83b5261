import {
  actionEntryId,
  type LedgerEntryOf,
  type LedgerPromotion,
} from '@fairway/plugin-kargo-common';
import { PortalRecords } from './PortalRecords';

type ActionEntry = LedgerEntryOf<'action'>;

const promotion: LedgerPromotion = {
  project: 'orders',
  name: 'prod.01k9.76415fe',
  uid: 'uid-1',
  stage: 'prod',
  freight: '76415fe',
  phase: 'Pending',
  actor: 'email:anna@example.com',
  createdAt: '2026-11-21T12:00:01.000Z',
};

function action(
  outcome: ActionEntry['outcome'],
  change: Partial<ActionEntry> = {},
): ActionEntry {
  return {
    id: actionEntryId('r1', outcome),
    kind: 'action',
    action: 'promote',
    outcome,
    requestId: 'r1',
    controlPlane: 'emea',
    project: 'orders',
    stage: 'prod',
    freight: '76415fe',
    subject: { kind: 'Request', name: 'r1' },
    at: '2026-11-21T12:00:00.000Z',
    timeBasis: 'recorded',
    actor: { kind: 'person', name: 'user:default/anna' },
    path: 'portal',
    ...change,
  };
}

async function isKnown(
  actions: readonly ActionEntry[],
  change: Partial<LedgerPromotion> = {},
) {
  const records = PortalRecords.create({
    controlPlane: 'emea',
    store: {
      findByIds: async ids => actions.filter(({ id }) => ids.includes(id)),
      find: async ({ freight = [] }) => ({
        entries: actions.filter(entry => freight.includes(entry.freight ?? '')),
      }),
    },
  });
  const known = await records.knownPromotions([{ ...promotion, ...change }]);
  return known.has(promotion.uid);
}

const executed = action('executed', { message: promotion.name });

describe('promotions that the portal asked Kargo for', () => {
  it.each<[string, readonly ActionEntry[]]>([
    ['it has the name of', [action('requested'), executed]],
    ['it is under way to', [action('requested')]],
    [
      'nobody knows whether it came to',
      [action('requested'), action('failed', { message: 'no answer' })],
    ],
    [
      'one of several comes to',
      [action('requested', { action: 'promote-downstream' })],
    ],
    [
      'goes on by itself with',
      [action('requested', { action: 'resume-auto-promotion' })],
    ],
  ])('are known where %s them', async (_, actions) => {
    expect(await isKnown(actions)).toBe(true);
  });

  it.each<[string, readonly ActionEntry[], Partial<LedgerPromotion>]>([
    ['nothing was asked for', [], {}],
    [
      'it was another one',
      [action('requested'), executed],
      { name: 'prod.02' },
    ],
    ['Kargo refused', [action('requested'), action('refused')], {}],
    ['it is another stage', [action('requested')], { stage: 'uat' }],
    ['it is another project', [action('requested')], { project: 'shop' }],
    ['it is other freight', [action('requested')], { freight: '2bda069' }],
    [
      'it was long after',
      [action('requested')],
      { createdAt: '2026-11-21T14:00:00.000Z' },
    ],
    ['Kargo promoted by itself', [action('requested')], { actor: undefined }],
    [
      'somebody was at the Kubernetes API',
      [action('requested')],
      { actor: 'kubernetes:anna@example.com' },
    ],
    ['it was the shared account', [action('requested')], { actor: 'admin' }],
    [
      'it was something else that was asked for',
      [action('requested', { action: 'abort' })],
      {},
    ],
    [
      'it claims a request that was never made',
      [action('requested')],
      { annotations: { 'kargo.fairway.dev/request': 'r2' } },
    ],
  ])('are not known where %s', async (_, actions, change) => {
    expect(await isKnown(actions, change)).toBe(false);
  });
});
