import fc from 'fast-check';
import { bypassEpisodes } from './bypassEpisodes';
import type { OutOfBandChange } from './OutOfBandFindings';

const START = Date.parse('2026-11-20T10:00:00Z');
const at = (minutes: number) =>
  new Date(START + minutes * 60_000).toISOString();

function change(
  minutes: number,
  more: Partial<OutOfBandChange> = {},
): OutOfBandChange {
  const { manager = 'kubectl-edit' } = more;
  return {
    id: `uid-cart:${manager}:${at(minutes)}`,
    object: {
      uid: 'uid-cart',
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      namespace: 'shop',
      name: 'cart',
    },
    manager,
    time: at(minutes),
    observedAt: at(600),
    class: 'out-of-band',
    severity: 'medium',
    paths: ['spec.replicas'],
    rule: 'kubectl',
    why: 'kubectl is typed by people',
    presumed: false,
    ...more,
  };
}

const spans = (changes: readonly OutOfBandChange[]) =>
  bypassEpisodes(changes).map(({ from, until }) => [from, until]);

describe('bypassEpisodes', () => {
  it('puts together what is at most thirty minutes apart', () => {
    expect(spans([change(0), change(30), change(60)])).toEqual([
      [at(0), at(60)],
    ]);
    expect(spans([change(0), change(30.1)])).toEqual([
      [at(0), at(0)],
      [at(30.1), at(30.1)],
    ]);
  });

  it('keeps managers and objects apart', () => {
    const other = change(3, { id: 'uid-mail:kubectl-edit:x' });
    expect(
      bypassEpisodes([
        change(0),
        change(1, { manager: 'k9s' }),
        { ...other, object: { ...other.object, uid: 'uid-mail' } },
      ]).map(({ id }) => id),
    ).toEqual([
      `uid-cart:kubectl-edit:${at(0)}`,
      `uid-cart:k9s:${at(1)}`,
      'uid-mail:kubectl-edit:x',
    ]);
  });

  it('is as bad as the worst of it', () => {
    expect(
      bypassEpisodes([
        change(0, { class: 'operational', severity: 'low' }),
        change(9, { severity: 'high', paths: ['spec.image'] }),
      ]),
    ).toMatchObject([
      {
        class: 'out-of-band',
        severity: 'high',
        paths: ['spec.replicas', 'spec.image'],
      },
    ]);
  });

  it('dates what has no time by when it was first observed', () => {
    const scaled = (minutes: number) =>
      change(0, {
        id: 'uid-cart:k9s:scale',
        manager: 'k9s',
        time: undefined,
        observedAt: at(minutes),
      });
    expect(spans([scaled(90), scaled(60), scaled(75)])).toEqual([
      [at(60), at(60)],
    ]);
  });

  it('does not depend on order or repetition', () => {
    const changes = [0, 10, 20, 70, 80, 200].map(minutes => change(minutes));
    const expected = bypassEpisodes(changes);
    expect(expected).toHaveLength(3);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(changes, { minLength: changes.length }),
        fc.subarray(changes),
        (shuffled, repeated) => {
          expect(bypassEpisodes([...shuffled, ...repeated])).toEqual(expected);
        },
      ),
    );
  });
});
