import fc from 'fast-check';
import type { PlatformFact } from '../facts';
import { serviceLives } from './serviceLives';

const SERVICE = 'component:default/orders';
const PATH = 'template:default/standard-microservice';
const at = (time: string) => Date.parse(time);

let counter = 0;
function fact(
  type: PlatformFact['type'],
  time: string,
  more: { source?: string; team?: string; data?: object } = {},
): PlatformFact {
  counter += 1;
  const base = {
    specversion: '1.0' as const,
    id: `${counter}`,
    source: more.source ?? 'catalog',
    time,
    subject: SERVICE,
    team: more.team,
  };
  switch (type) {
    case 'dev.fairway.service.created':
    case 'dev.fairway.service.adopted':
    case 'dev.fairway.service.retired':
      return { ...base, type, data: { ...more.data } };
    case 'dev.fairway.service.reached-production':
      return {
        ...base,
        type,
        data: {
          controlPlane: 'platform',
          project: 'orders',
          stage: 'prod',
          promotion: 'prod.01',
        },
      };
    case 'dev.fairway.path.run.started':
      return { ...base, type, data: { path: PATH, taskId: '1', attempt: 1 } };
    default:
      throw new Error(`not used here: ${type}`);
  }
}

function livesOf(...facts: PlatformFact[]) {
  return serviceLives({ facts, syntheticSources: ['demo'] });
}

describe('serviceLives', () => {
  it('folds what two producers say of one birth: earliest time, evidence of the path', () => {
    expect(
      livesOf(
        fact('dev.fairway.service.created', '2026-03-02T10:00:30Z', {
          team: 'group:default/shop',
        }),
        fact('dev.fairway.service.created', '2026-03-02T10:00:05Z', {
          source: 'golden-path',
          data: { path: PATH },
        }),
        fact(
          'dev.fairway.service.reached-production',
          '2026-03-04T10:00:05+02:00',
        ),
      ),
    ).toEqual([
      {
        service: SERVICE,
        team: 'group:default/shop',
        path: PATH,
        firstSeenAt: at('2026-03-02T10:00:05Z'),
        bornAt: at('2026-03-02T10:00:05Z'),
        onPathAt: at('2026-03-02T10:00:05Z'),
        reachedProductionAt: at('2026-03-04T08:00:05Z'),
        retiredAt: undefined,
        synthetic: false,
      },
    ]);
  });

  it('knows no birth of a service that was there at install', () => {
    expect(
      livesOf(
        fact('dev.fairway.service.created', '2026-03-02T10:00:00Z', {
          data: { observedSince: 'install' },
        }),
      ),
    ).toMatchObject([
      { bornAt: undefined, firstSeenAt: at('2026-03-02T10:00:00Z') },
    ]);
  });

  it('puts a service on its path when it adopts one', () => {
    expect(
      livesOf(
        fact('dev.fairway.service.created', '2026-03-02T10:00:00Z'),
        fact('dev.fairway.service.adopted', '2026-05-02T10:00:00Z', {
          data: { path: PATH },
        }),
      ),
    ).toMatchObject([{ path: PATH, onPathAt: at('2026-05-02T10:00:00Z') }]);
  });

  it('takes a retired service that came back for living', () => {
    const created = fact('dev.fairway.service.created', '2026-03-02T10:00:00Z');
    const retired = fact('dev.fairway.service.retired', '2026-03-05T10:00:00Z');
    const again = fact('dev.fairway.service.created', '2026-03-06T10:00:00Z');
    expect(livesOf(created, retired)).toMatchObject([
      { retiredAt: at('2026-03-05T10:00:00Z') },
    ]);
    expect(livesOf(created, retired, again)).toMatchObject([
      { retiredAt: undefined, bornAt: at('2026-03-02T10:00:00Z') },
    ]);
  });

  it('calls a life synthetic only where nothing real is known of it', () => {
    const demo = fact('dev.fairway.service.created', '2026-03-02T10:00:00Z', {
      source: 'demo',
    });
    const real = fact('dev.fairway.service.created', '2026-03-03T10:00:00Z');
    expect(livesOf(demo)).toMatchObject([{ synthetic: true }]);
    expect(livesOf(demo, real)).toMatchObject([{ synthetic: false }]);
  });

  it('takes nothing for a service that nobody called one, though it reached production', () => {
    const reached = fact(
      'dev.fairway.service.reached-production',
      '2026-01-02T10:00:00Z',
    );
    const created = fact(
      'dev.fairway.service.created',
      '2026-03-02T10:00:00Z',
      {
        data: { observedSince: 'install' },
      },
    );
    expect(livesOf(reached)).toEqual([]);
    expect(livesOf(reached, created)).toMatchObject([
      {
        firstSeenAt: at('2026-03-02T10:00:00Z'),
        reachedProductionAt: at('2026-01-02T10:00:00Z'),
      },
    ]);
  });

  it('makes no life of facts about golden paths', () => {
    expect(
      livesOf(fact('dev.fairway.path.run.started', '2026-03-02T10:00:00Z')),
    ).toEqual([]);
  });

  it('does not depend on the order of facts, nor on their repetition', () => {
    const types = [
      'dev.fairway.service.created',
      'dev.fairway.service.adopted',
      'dev.fairway.service.retired',
      'dev.fairway.service.reached-production',
    ] as const;
    const facts = fc.array(
      fc
        .record({
          type: fc.constantFrom(...types),
          minute: fc.integer({ min: 0, max: 5 }),
          path: fc.constantFrom(undefined, PATH, 'template:default/other'),
          team: fc.constantFrom(
            undefined,
            'group:default/a',
            'group:default/b',
          ),
        })
        .map(({ type, minute, path, team }) =>
          fact(type, `2026-03-02T10:0${minute}:00Z`, { team, data: { path } }),
        ),
      { minLength: 1, maxLength: 12 },
    );
    const shuffled = facts.chain(original =>
      fc.tuple(
        fc.constant(original),
        fc.shuffledSubarray([...original, ...original], {
          minLength: original.length * 2,
        }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([original, replayed]) => {
        expect(livesOf(...replayed)).toEqual(livesOf(...original));
      }),
    );
  });
});
