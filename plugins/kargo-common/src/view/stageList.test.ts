import {
  entityPromotionsSchema,
  writeEntityPromotions,
} from './entityPromotions';
import { readStageList, writeStageList } from './stageList';
import type { StageView } from './stageView';

const region = (name: string, since: string): StageView => ({
  name,
  upstream: ['test', 'uat'],
  phase: 'steady',
  health: 'Healthy',
  freight: { name: 'f1', version: '1.8.2', since },
  next: {
    freight: 'f2',
    version: '1.8.3',
    status: 'stopped',
    byItself: false,
    reasons: [
      { kind: 'soaking', text: 'soak in uat: 12 min left', stops: 'promotion' },
    ],
  },
});
const stages: readonly StageView[] = [
  { name: 'test', upstream: [], phase: 'no-freight', health: 'Unknown' },
  region('prod-eu', '2026-11-21T10:00:00Z'),
  region('prod-us', '2026-11-21T10:05:00Z'),
];

describe('a list of stages', () => {
  it('is read as it was written', () => {
    const text = JSON.stringify(writeStageList(stages));
    expect(readStageList(JSON.parse(text))).toEqual(stages);
  });

  it('has once what stages have in common', () => {
    const { common, items } = writeStageList(stages);
    expect(common).toHaveLength(2);
    expect(common?.[1]).toEqual({
      upstream: ['test', 'uat'],
      phase: 'steady',
      health: 'Healthy',
      freight: { name: 'f1', version: '1.8.2' },
      next: stages[1].next,
    });
    expect(items).toEqual([
      { name: 'test', like: 0 },
      { name: 'prod-eu', like: 1, since: '2026-11-21T10:00:00Z' },
      { name: 'prod-us', like: 1, since: '2026-11-21T10:05:00Z' },
    ]);
  });

  it('may have whole stages', () => {
    expect(readStageList({ items: [...stages] })).toEqual(stages);
  });

  it('is refused where a stage is like one that is not there', () => {
    const { common } = writeStageList(stages);
    const items = [{ name: 'prod-ap', like: 2 }];
    expect(readStageList({ common, items })).toBeUndefined();
    expect(readStageList({ items })).toBeUndefined();
  });
});

describe('the answer for an entity', () => {
  const live = {
    freshness: { status: 'live', asOf: '2026-11-21T10:00:00Z' },
    malformed: [],
  } as const;
  const answer = entityPromotionsSchema.parse({
    headline: '1.8.3 is in test.',
    notices: [],
    projects: [
      {
        controlPlane: { name: 'platform' },
        project: 'orders',
        stages: { ...live, items: stages },
        freight: { ...live, items: [], total: 0 },
        promotions: { ...live, items: [], total: 0 },
        warehouses: { ...live, items: [] },
        controllers: { ...live, items: [] },
      },
    ],
  });

  it('is read as it was written', () => {
    const text = JSON.stringify(writeEntityPromotions(answer));
    expect(entityPromotionsSchema.parse(JSON.parse(text))).toEqual(answer);
    expect(answer.projects[0].stages.items).toEqual(stages);
  });

  it('is refused where a stage is like one that is not there', () => {
    const written = writeEntityPromotions(answer);
    const [{ stages: list }] = written.projects;
    list.items = [{ name: 'test', like: 7 }];
    expect(() => entityPromotionsSchema.parse(written)).toThrow(/not there/);
  });
});
