import { readRiskClasses } from './readRiskClasses';
import { approverGroupsOf, executionModeOf } from './riskClass';
import { LABEL_RISK_CLASS, riskClassOf } from './riskClassOf';
import { strictestOf } from './strictest';

const classes = readRiskClasses({ 'data-platform': {} });

const assign = (options: {
  stage?: string;
  project?: string;
  annotation?: string;
  steps?: readonly string[];
}) =>
  riskClassOf({
    stageLabels: options.stage
      ? { [LABEL_RISK_CLASS]: options.stage }
      : undefined,
    projectLabels: options.project
      ? { [LABEL_RISK_CLASS]: options.project }
      : {},
    annotation: options.annotation,
    steps: options.steps,
    classes,
  });

describe('riskClassOf', () => {
  it.each([
    [
      {
        stage: 'application',
        project: 'infrastructure',
        annotation: 'migration',
      },
      { name: 'application', source: 'stage-label' },
    ],
    [
      { project: 'infrastructure', annotation: 'migration' },
      { name: 'infrastructure', source: 'project-label' },
    ],
    [
      { annotation: ' data-platform ', steps: ['tf-apply'] },
      { name: 'data-platform', source: 'annotation' },
    ],
    [
      { steps: ['git-clone', 'tf-plan', 'tf-apply', 'tf-plan'] },
      {
        name: 'infrastructure',
        source: 'inferred',
        inferredFrom: ['tf-plan', 'tf-apply'],
      },
    ],
    [
      { steps: ['hcl-update', 'snow-create', 'wait-for-approval'] },
      {
        name: 'migration',
        source: 'inferred',
        inferredFrom: ['hcl-update', 'snow-create', 'wait-for-approval'],
        strictest: true,
      },
    ],
    [
      { steps: ['jira'] },
      {
        name: 'migration',
        source: 'inferred',
        inferredFrom: ['jira'],
        strictest: true,
      },
    ],
    [
      { steps: ['git-clone', 'argocd-update', 'my-tf-plan'] },
      { name: 'migration', source: 'default', strictest: true },
    ],
    [{}, { name: 'migration', source: 'default', strictest: true }],
  ])('of %j is %j', (options, expected) => {
    expect(assign(options)).toEqual(expected);
  });

  it.each([
    [
      { stage: 'app', annotation: 'application' },
      'stage-label',
      'The label kargo.fairway.dev/risk-class of the stage says "app", which is no risk class here; known are application, infrastructure, migration, data-platform.',
    ],
    [
      { annotation: 'Application' },
      'annotation',
      'The annotation kargo/risk-class says "Application", which is no risk class here; known are application, infrastructure, migration, data-platform.',
    ],
  ])('says of %j that it is unknown', (options, source, problem) => {
    expect(assign(options)).toEqual({
      name: 'migration',
      source,
      strictest: true,
      problem,
    });
  });
});

describe('readRiskClasses', () => {
  it('puts config over what is shipped, key by key', () => {
    const [application, infrastructure, migration] = readRiskClasses({
      application: {
        approvers: { count: 1, groups: ['Group:default/Release'] },
        minimumSoak: { minutes: 30 },
      },
    });
    expect(application).toMatchObject({
      executionMode: 'execute',
      approvers: { count: 1, groups: ['group:default/release'] },
      minimumSoak: 'PT30M',
      rollback: { expectation: 're-promote' },
    });
    expect(infrastructure).toMatchObject({
      executionMode: 'hand-off',
      approvers: { count: 2 },
      rollback: { expectation: 'forward-fix' },
    });
    expect(migration).toMatchObject({
      changeWindowRequired: true,
      rollback: { expectation: 'runbook' },
    });
  });

  it('adds classes, which start careful', () => {
    expect(classes.map(({ name }) => name)).toContain('data-platform');
    expect(classes[3]).toMatchObject({
      executionMode: 'hand-off',
      approvers: { count: 1 },
      verificationRequired: true,
    });
  });

  it.each([
    [{ application: { approvers: { count: -1 } } }],
    [{ application: { approvers: { count: 1, groups: ['release'] } } }],
    [{ application: { executionMode: 'automatic' } }],
    [{ application: { minimumSoak: 'a while' } }],
    [{ application: { aprovers: { count: 1 } } }],
    [{ 'Data platform': {} }],
    [{ migration: { rollback: { expectation: 'runbook', link: 'wiki' } } }],
    [
      {
        migration: {
          rollback: { expectation: 'runbook', link: 'file:///etc/passwd' },
        },
      },
    ],
  ])('refuses %j', config => {
    expect(() => readRiskClasses(config)).toThrow();
  });
});

describe('strictestOf', () => {
  it('takes the change window first, then the mode, the approvers, the verification and the soak', () => {
    const name = (...names: string[]) =>
      strictestOf(classes.filter(one => names.includes(one.name))).name;
    expect(name('application', 'infrastructure', 'migration')).toBe(
      'migration',
    );
    expect(name('application', 'infrastructure')).toBe('infrastructure');
    expect(name('infrastructure', 'data-platform')).toBe('infrastructure');
    expect(name('application', 'data-platform')).toBe('data-platform');
    const [first] = readRiskClasses({
      application: { executionMode: 'view', changeWindowRequired: true },
    });
    expect(strictestOf([...classes.slice(1), first]).name).toBe('application');
    expect(() => strictestOf([])).toThrow(RangeError);
  });
});

describe('executionModeOf', () => {
  it.each([
    ['execute', true, 'execute'],
    ['execute', false, 'hand-off'],
    ['hand-off', true, 'hand-off'],
    ['view', true, 'view'],
    ['view', false, 'view'],
  ] as const)(
    'makes of %s, with executing switched on %s, %s',
    (executionMode, executingEnabled, expected) => {
      expect(
        executionModeOf({ riskClass: { executionMode }, executingEnabled }),
      ).toBe(expected);
    },
  );
});

describe('approverGroupsOf', () => {
  it.each([
    [
      ['group:default/release'],
      'group:default/shop',
      ['group:default/release'],
    ],
    [[], 'Group:default/Shop', ['group:default/shop']],
    [[], undefined, []],
    [[], 'shop', []],
  ])('of %j and the owner %s are %j', (groups, ownerRef, expected) => {
    const riskClass = { approvers: { count: 1, groups } };
    expect(approverGroupsOf({ riskClass, ownerRef })).toEqual(expected);
  });
});
