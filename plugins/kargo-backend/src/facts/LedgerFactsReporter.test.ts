import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { LedgerEntry } from '@fairway/plugin-kargo-common';
import {
  platformFactSchema,
  type PlatformFact,
} from '@fairway/plugin-platform-scorecard-common';
import { createdEntry } from '../ledger/__testUtils__/ledgerEntries';
import { entities } from '../testObjects';
import { LedgerFactsReporter } from './LedgerFactsReporter';
import { REPORTED_BYPASSES } from './reportedEntries';

const at = new Date(Date.now() - 60_000).toISOString();

const bypass = (uid: string, more: { project?: string } = {}) =>
  createdEntry(uid, {
    at,
    path: 'kubectl',
    actor: { kind: 'person', name: 'anna@example.com' },
    bypass: { reason: 'kubectl', detail: 'directly at the Kubernetes API' },
    ...more,
  });

function createReporter(entries: LedgerEntry[]) {
  const published: PlatformFact[] = [];
  const find = jest.fn(async (_: object, page: { cursor?: string }) => {
    const start = Number(page.cursor ?? 0);
    return {
      entries: entries.slice(start, start + 1),
      ...(start + 1 < entries.length && { next: `${start + 1}` }),
    };
  });
  const reporter = new LedgerFactsReporter({
    entries: REPORTED_BYPASSES,
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities }),
    facts: { publish: facts => published.push(...facts) },
    ledger: { find },
  });
  return { reporter, published, find };
}

describe('LedgerFactsReporter', () => {
  it('tells what happened to which service, and not who did it', async () => {
    const { reporter, published, find } = createReporter([bypass('1')]);
    await reporter.report();
    expect(published.map(fact => platformFactSchema.parse(fact))).toEqual([
      {
        specversion: '1.0',
        source: 'kargo',
        id: 'platform/1:created:bypass',
        type: 'dev.fairway.bypass.detected',
        time: at,
        subject: 'component:default/orders',
        team: 'group:default/payments',
        data: {
          detector: 'kargo.promotion-path',
          reason: 'kubectl',
          detail: 'directly at the Kubernetes API',
          riskClass: 'application',
          evidence: 'platform/1:created',
        },
      },
    ]);
    expect(JSON.stringify(published)).not.toContain('anna');
    expect(find).toHaveBeenCalledWith(
      expect.objectContaining({ onlyBypasses: true }),
      expect.anything(),
    );
  });

  it('tells once, and of every page', async () => {
    const entries = [bypass('1'), bypass('2'), bypass('3')];
    const { reporter, published } = createReporter(entries);
    await reporter.report();
    entries.unshift(bypass('4'));
    await reporter.report();
    expect(published.map(({ id }) => id)).toEqual([
      'platform/1:created:bypass',
      'platform/2:created:bypass',
      'platform/3:created:bypass',
      'platform/4:created:bypass',
    ]);
  });

  it('waits for a project to be registered', async () => {
    const { reporter, published } = createReporter([
      bypass('1', { project: 'nobodys' }),
    ]);
    await reporter.report();
    expect(published).toEqual([]);
  });

  it('has nothing to tell of what came by an allowed path', async () => {
    const { reporter, published } = createReporter([createdEntry('1')]);
    await reporter.report();
    expect(published).toEqual([]);
  });
});
