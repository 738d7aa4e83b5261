import fc from 'fast-check';
import { PROMOTION_PHASES } from '../model';
import { ledgerEntrySchema } from './ledgerEntry';
import { LEDGER_COLUMNS, ledgerRow } from './ledgerRow';
import { ledgerSentence } from './ledgerSentence';
import type { LedgerPromotion } from './LedgerPromotion';
import { promotionEntries } from './promotionEntries';
import { context, succeeded } from './__testUtils__/succeededPromotion';

const entries = (overrides: Partial<LedgerPromotion> = {}, more = {}) =>
  promotionEntries({ ...succeeded, ...overrides }, { ...context, ...more });

const brief = (overrides: Partial<LedgerPromotion> = {}) =>
  entries(overrides).map(({ id, at, timeBasis }) => [id, at, timeBasis]);

describe('promotionEntries', () => {
  it('tells the whole past of a promotion that is first seen at its end', () => {
    expect(brief()).toEqual([
      ['platform/uid-1:created', '2026-11-21T10:00:00.000Z', 'recorded'],
      ['platform/uid-1:started', '2026-11-21T10:01:00.000Z', 'recorded'],
      ['platform/uid-1:finished', '2026-11-21T11:02:00.000Z', 'recorded'],
    ]);
  });

  it('gives by watching what it gives by looking once', () => {
    const pending = {
      phase: 'Pending',
      startedAt: undefined,
      finishedAt: undefined,
    } as const;
    const running = { phase: 'Running', finishedAt: undefined } as const;
    const watched = [pending, running, {}].flatMap(state => brief(state));
    expect(new Set(watched.map(([id]) => id))).toEqual(
      new Set(brief().map(([id]) => id)),
    );
    expect(brief(pending)).toEqual(brief().slice(0, 1));
    expect(brief(running)).toEqual(brief().slice(0, 2));
  });

  it('says why it did not succeed, where the rules know', () => {
    const diagnosisOf = () => ({
      rule: 'git-push.race',
      cause: 'Somebody else pushed first.',
      confidence: 'certain',
    });
    expect(entries({ phase: 'Errored' }, { diagnosisOf }).at(-1)).toMatchObject(
      {
        id: 'platform/uid-1:diagnosis',
        kind: 'diagnosis',
        at: '2026-11-21T11:02:00.000Z',
        rule: 'git-push.race',
        cause: 'Somebody else pushed first.',
      },
    );
    const kindsOf = (phase: 'Succeeded' | 'Aborted' | 'Running') =>
      entries({ phase }, { diagnosisOf }).map(({ kind }) => kind);
    expect(kindsOf('Succeeded')).not.toContain('diagnosis');
    expect(kindsOf('Aborted')).not.toContain('diagnosis');
    expect(kindsOf('Running')).not.toContain('diagnosis');
  });

  it('gives entries of the contract', () => {
    for (const entry of entries({ actor: 'kubernetes:anna' })) {
      expect(ledgerEntrySchema.parse(entry)).toEqual(entry);
    }
  });

  it.each([
    ['Succeeded', 'succeeded'],
    ['Failed', 'failed'],
    ['Errored', 'errored'],
    ['Aborted', 'aborted'],
  ] as const)('reads the phase %s as %s', (phase, outcome) => {
    expect(entries({ phase }).at(-1)).toMatchObject({
      kind: 'promotion-finished',
      outcome,
    });
  });

  it.each(['Pending', 'Running', 'Unknown'] as const)(
    'invents no outcome for %s',
    phase => {
      expect(entries({ phase }).map(({ kind }) => kind)).not.toContain(
        'promotion-finished',
      );
    },
  );

  it('says when it noticed where nobody recorded the time', () => {
    expect(brief({ finishedAt: 'soon' }).at(-1)).toEqual([
      'platform/uid-1:finished',
      '2026-11-22T00:00:00.000Z',
      'observed',
    ]);
  });

  it('marks once what went around the portal', () => {
    const found = entries({ actor: 'kubernetes:anna' });
    expect(found.map(({ bypass }) => bypass?.reason)).toEqual([
      'kubectl',
      undefined,
      undefined,
    ]);
    expect(found.every(({ path }) => path === 'kubectl')).toBe(true);
  });

  it('takes the reason from the portal only', () => {
    const annotations = { 'kargo.fairway.dev/reason': 'Fixes the outage' };
    const reasonOf = (actor: string) =>
      entries({ actor, annotations })[0].reason;
    expect(reasonOf('kubernetes:system:serviceaccount:portal:kargo')).toBe(
      'Fixes the outage',
    );
    expect(reasonOf('kubernetes:mallory')).toBeUndefined();
  });

  it('knows what the portal asked for in the name of a person', () => {
    const [created] = entries(
      { actor: 'kubernetes:anna' },
      { knowsPromotion: ({ uid }: { uid: string }) => uid === 'uid-1' },
    );
    expect(created).toMatchObject({
      path: 'portal',
      actor: { kind: 'person', name: 'anna' },
    });
    expect(created.bypass).toBeUndefined();
  });

  it('says what was in the stage, and what is in it after a success', () => {
    const contentBefore = () => ({ freight: 'f1', version: '1.8.2' });
    const change = (overrides: Partial<LedgerPromotion>) => {
      const last = entries(overrides, { contentBefore }).at(-1);
      return [last?.before, last?.after];
    };
    expect(change({})).toEqual([
      { freight: 'f1', version: '1.8.2' },
      { freight: '76415fe6dee945e1', version: '1.8.3' },
    ]);
    expect(change({ phase: 'Failed' })).toEqual([
      { freight: 'f1', version: '1.8.2' },
      undefined,
    ]);
  });

  it('takes the version of a pending promotion from its freight', () => {
    const [created] = entries(
      { phase: 'Pending', version: undefined },
      {
        versionOf: (project: string, freight: string) =>
          `${project}:${freight}`,
      },
    );
    expect(created.version).toBe('orders:76415fe6dee945e1');
  });

  it.each([
    [
      '{"action":"terminate","actor":"email:ben@example.com","controlPlane":true}',
      { kind: 'person', name: 'ben@example.com' },
    ],
    ['terminate', undefined],
    ['{"action":', undefined],
    ['{"actor":7}', undefined],
  ])('reads who aborted from %s', (value, endedBy) => {
    const annotations = { 'kargo.akuity.io/abort': value };
    const last = entries({ phase: 'Aborted', annotations }).at(-1);
    expect(last).toMatchObject({ outcome: 'aborted', endedBy });
    const succeededAnyway = entries({ annotations }).at(-1);
    expect(succeededAnyway).toMatchObject({ endedBy: undefined });
  });

  it('takes secrets out of what steps and people wrote', () => {
    const redact = (text: string) => text.replace('hunter2', '***');
    const told = entries(
      {
        phase: 'Errored',
        message: 'cannot clone https://hunter2@git.example.com',
        actor: 'kubernetes:system:serviceaccount:portal:kargo',
        annotations: { 'kargo.fairway.dev/reason': 'hunter2 expired' },
      },
      { redact },
    );
    expect(told.at(-1)).toMatchObject({
      message: 'cannot clone https://***@git.example.com',
      reason: '*** expired',
    });
    expect(JSON.stringify(told)).not.toContain('hunter2');
  });

  it('keeps the beginning of a long text', () => {
    const last = entries({ phase: 'Failed', message: 'x'.repeat(50_000) }).at(
      -1,
    );
    expect(last).toMatchObject({ message: `${'x'.repeat(4_000)}…` });
  });

  it('reads whatever an object says without failing', () => {
    const anything = fc.option(fc.string({ unit: 'grapheme' }), {
      nil: undefined,
    });
    fc.assert(
      fc.property(
        fc.record({
          actor: anything,
          createdAt: anything,
          startedAt: anything,
          finishedAt: anything,
          message: anything,
          phase: fc.constantFrom(...PROMOTION_PHASES),
          annotations: fc.dictionary(
            fc.constantFrom(
              'kargo.akuity.io/abort',
              'kargo.fairway.dev/reason',
              'kargo.fairway.dev/requested-by',
            ),
            fc.string(),
          ),
        }),
        overrides => {
          for (const entry of entries(overrides)) {
            expect(ledgerEntrySchema.parse(entry)).toEqual(entry);
            expect(ledgerSentence(entry)).toMatch(/\.$/);
            expect(ledgerRow(entry)).toHaveLength(LEDGER_COLUMNS.length);
          }
        },
      ),
    );
  });
});
