import { FACT_KINDS, FACT_TYPE_PREFIX, platformFactSchema } from '.';

const run = {
  path: 'template:default/standard',
  taskId: 't1',
  attempt: 1,
};
const promotion = {
  controlPlane: 'main',
  project: 'shop',
  stage: 'production',
  promotion: 'p1',
};
const exception = {
  exception: 'team-a/allow-root',
  owner: 'group:default/team-a',
  rule: 'run-as-non-root',
  expiresAt: '2027-01-01T00:00:00Z',
  matchedWorkloads: 0,
};

/** Data of each kind, by the words of the documentation. */
const DATA: Readonly<Record<(typeof FACT_KINDS)[number], unknown>> = {
  'path.run.started': run,
  'path.run.completed': run,
  'path.run.failed': run,
  'path.run.cancelled': run,
  'service.created': {},
  'service.adopted': { path: run.path },
  'service.retired': {},
  'service.reached-production': promotion,
  'promotion.succeeded': promotion,
  'promotion.failed': promotion,
  'promotion.aborted': promotion,
  'bypass.detected': {
    detector: 'kubernetes.managed-fields',
    reason: 'kubectl-edit',
    severity: 'high',
    presumed: true,
  },
  'exception.requested': exception,
  'exception.approved': exception,
  'exception.rejected': exception,
  'exception.revoked': { exception: exception.exception },
  'exception.expired': { exception: exception.exception },
  'activity.observed': { activity: 'template.run', actorKind: 'agent' },
};

const factOf = (kind: string, data: unknown) => ({
  specversion: '1.0',
  id: '1',
  source: 'test',
  type: `${FACT_TYPE_PREFIX}${kind}`,
  time: '2026-11-21T10:15:00Z',
  subject: 'component:default/orders',
  data,
});

describe('platformFactSchema', () => {
  it.each(FACT_KINDS)('reads %s, and loses nothing', kind => {
    const fact = factOf(kind, DATA[kind]);
    expect(platformFactSchema.parse(fact)).toEqual(fact);
  });

  it.each([
    ['bypass.detected', { detector: 'x', reason: 'y', severity: 'awful' }],
    ['exception.approved', {}],
    ['exception.approved', { exception: 'x', matchedWorkloads: -1 }],
    ['exception.approved', { exception: 'x', expiresAt: 'soon' }],
    ['exception.requested', { exception: 'x', owner: 'team-a' }],
    ['activity.observed', { activity: '' }],
  ])('refuses %s with %j', (kind, data) => {
    expect(platformFactSchema.safeParse(factOf(kind, data)).success).toBe(
      false,
    );
  });
});
