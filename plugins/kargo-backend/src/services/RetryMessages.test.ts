import {
  diagnosisViewOf,
  readPromotion,
  type Promotion,
} from '@fairway/plugin-kargo-common';
import { promotionSubject } from '../domain/diagnosisSubjects';
import { RetryMessages } from './RetryMessages';

const RETRIED =
  'error cloning https://git.example.com/orders: error cloning repo "https://git.example.com/orders" into "/tmp/repo": Authentication failed; step will be retried';
const TIMED_OUT = 'step "clone" timed out after 5m0s';

const promotion = (uid: string, phase: string, step: object): Promotion =>
  readPromotion({
    metadata: { name: 'prod.01', namespace: 'orders', uid },
    spec: { stage: 'prod', steps: [{ as: 'clone', uses: 'git-clone' }] },
    status: {
      phase,
      stepExecutionMetadata: [{ alias: 'clone', errorCount: 3, ...step }],
    },
  });

const retried = (uid: string) =>
  promotion(uid, 'Running', { status: 'Running', message: RETRIED });
const timedOut = (uid: string) =>
  promotion(uid, 'Errored', { status: 'Errored', message: TIMED_OUT });

const ruleOf = (item: Promotion) => {
  const diagnosis = diagnosisViewOf(promotionSubject(item, 'platform'));
  return diagnosis?.status === 'explained' ? diagnosis.rule : undefined;
};

describe('RetryMessages', () => {
  it('keeps what a step said before its time ran out, which explains the failure', () => {
    const messages = new RetryMessages();
    expect(messages.complete(retried('1'))).toEqual(retried('1'));
    const completed = messages.complete(timedOut('1'));
    expect(completed.steps[0]).toMatchObject({
      message: TIMED_OUT,
      lastMessageBeforeRetry: RETRIED,
    });
    expect(ruleOf(completed)).toBe('git-server.authentication-failed');
    expect(ruleOf(timedOut('1'))).toBe('orchestrator.timed-out');
  });

  it('keeps it to the promotion that said it', () => {
    const messages = new RetryMessages();
    messages.complete(retried('1'));
    expect(messages.complete(timedOut('2'))).toEqual(timedOut('2'));
  });
});
