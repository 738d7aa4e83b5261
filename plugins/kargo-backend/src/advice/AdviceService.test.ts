import { mockServices } from '@backstage/backend-test-utils';
import type {
  AdvisorAnswer,
  DiagnosisAdvisor,
} from '@fairway/plugin-kargo-node';
import { createHash } from 'node:crypto';
import {
  ADVICE_ID,
  adviceSubject,
  secretFailure,
} from '../__testUtils__/advice';
import type { AdviceRecord } from './AdviceRecord';
import { AdviceService, type AdviceQuestion } from './AdviceService';

const advice = { summary: 'The token has expired.', questions: [] };
const AT = '2026-11-21T12:00:00.000Z';

function createService(
  advise: DiagnosisAdvisor['advise'] | undefined,
  options: { readonly timeoutMs?: number; readonly broken?: boolean } = {},
) {
  const records: AdviceRecord[] = [];
  const logger = mockServices.logger.mock();
  const service = AdviceService.create({
    getAdvisor: () => advise && { model: 'house-model-1', advise },
    timeoutMs: options.timeoutMs,
    store: {
      insert: async record => {
        if (options.broken) throw new Error('no database');
        records.push(record);
      },
      get: async id => records.find(record => record.id === id),
      judge: async () => undefined,
    },
    logger,
    now: () => new Date(AT),
    createId: () => ADVICE_ID,
  });
  const ask = (overrides: Partial<AdviceQuestion> = {}) =>
    service.ask({
      entityRef: 'component:default/orders',
      subject: adviceSubject,
      failures: [secretFailure],
      askedBy: 'user:default/ada',
      signal: new AbortController().signal,
      ...overrides,
    });
  const logged = () =>
    JSON.stringify([logger.warn.mock.calls, logger.error.mock.calls]);
  return { service, records, ask, logger, logged };
}

const advised = async (): Promise<AdvisorAnswer> => ({
  status: 'advice',
  advice,
});

describe('AdviceService', () => {
  it('gives advice and records what was asked, said, when and by whom', async () => {
    const advise = jest.fn(advised);
    const { ask, records, service } = createService(advise);
    expect(service.advisor).toEqual({ status: 'on', model: 'house-model-1' });
    expect(await ask()).toEqual({
      status: 'advice',
      id: ADVICE_ID,
      advice,
      model: 'house-model-1',
      at: AT,
    });
    // Without the password, in this order of keys: the digest says what the model was given.
    const given =
      '{"subject":{"kind":"promotion","controlPlane":"emea","name":"prod.01k9.76415fe"},"failures":[{"status":"unknown","raw":"https://[redacted]@git.example.com/orders.git says no","evidence":[]}]}';
    expect(advise).toHaveBeenCalledWith({
      evidence: JSON.parse(given),
      signal: expect.any(AbortSignal),
    });
    expect(records).toEqual([
      {
        id: ADVICE_ID,
        entityRef: 'component:default/orders',
        subject: adviceSubject,
        inputDigest: createHash('sha256').update(given).digest('hex'),
        model: 'house-model-1',
        output: advice,
        askedBy: 'user:default/ada',
        at: AT,
        judged: undefined,
      },
    ]);
  });

  it('says that there is no model', async () => {
    const { ask, service } = createService(undefined);
    expect(service.advisor).toEqual({ status: 'off' });
    expect(await ask()).toEqual({
      status: 'unavailable',
      reason: 'No model is configured.',
    });
  });

  it('asks nothing where nothing is wrong', async () => {
    const advise = jest.fn(advised);
    const { ask } = createService(advise);
    expect(await ask({ failures: [] })).toMatchObject({
      status: 'unavailable',
    });
    expect(advise).not.toHaveBeenCalled();
  });

  it.each([
    ['refused', 'The model refused to answer.'],
    ['garbage', 'What the model answered is no advice.'],
    ['unauthorized', /cannot be asked now/],
    ['rate-limited', /asked too often/],
    ['timed-out', 'The model did not answer in time.'],
  ] as const)('says that a model %s', async (kind, reason) => {
    const { ask, records, logged } = createService(async () => ({
      status: 'failed',
      failure: { kind, httpStatus: 418 },
    }));
    expect(await ask()).toEqual({
      status: 'unavailable',
      reason: expect.stringMatching(reason),
    });
    expect(records).toEqual([]);
    expect(logged()).toContain(
      `house-model-1 gave no advice: ${kind} (HTTP 418)`,
    );
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error(secretFailure.raw);
      },
    ],
    ['rejects', async () => Promise.reject(new Error(secretFailure.raw))],
  ])('stands an advisor that %s, and logs nothing of it', async (_, advise) => {
    const { ask, logged } = createService(advise);
    expect(await ask()).toMatchObject({ status: 'unavailable' });
    expect(logged()).not.toContain('hunter2');
  });

  it('shows no link of an advisor that does not drop them', async () => {
    const { ask } = createService(async () => ({
      status: 'advice',
      advice: {
        summary: 'See [this](https://evil.example.com)',
        questions: [],
      },
    }));
    expect(await ask()).toMatchObject({ advice: { summary: 'See this' } });
  });

  it('does not wait for an advisor that never answers', async () => {
    let given: AbortSignal | undefined;
    const { ask, records } = createService(
      ({ signal }) => {
        given = signal;
        return new Promise(() => {});
      },
      { timeoutMs: 20 },
    );
    expect(await ask()).toEqual({
      status: 'unavailable',
      reason: 'The model did not answer in time.',
    });
    expect(given?.aborted).toBe(true);
    expect(records).toEqual([]);
  });

  it('ends where the reader waits no longer', async () => {
    const controller = new AbortController();
    const { ask, logger } = createService(() => {
      controller.abort();
      return new Promise(() => {});
    });
    expect(await ask({ signal: controller.signal })).toMatchObject({
      status: 'unavailable',
    });
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('shows no advice that could not be recorded', async () => {
    const { ask, logger } = createService(advised, { broken: true });
    expect(await ask()).toEqual({
      status: 'unavailable',
      reason: 'The advice could not be recorded.',
    });
    expect(logger.error).toHaveBeenCalledTimes(1);
  });

  it('asks eight at once at most, and again when they are done', async () => {
    const open: Array<() => void> = [];
    const { ask } = createService(
      () =>
        new Promise(resolve => {
          open.push(() => resolve({ status: 'advice', advice }));
        }),
    );
    const running = Array.from({ length: 8 }, () => ask());
    expect(await ask()).toMatchObject({ status: 'unavailable' });
    for (const finish of open) finish();
    expect(await Promise.all(running)).toHaveLength(8);
    const next = ask();
    open[8]();
    expect(await next).toMatchObject({ status: 'advice' });
  });
});
