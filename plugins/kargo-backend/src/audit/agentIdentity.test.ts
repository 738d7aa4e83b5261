import { tracingServiceMock } from '@backstage/backend-test-utils/alpha';
import { agentIdentity, agentName } from './agentIdentity';

const SUBJECT = 'plugin:mcp-actions';

async function identityOf(baggage: string | undefined) {
  const tracing = tracingServiceMock.mock();
  const context = tracing.propagation.extract(tracing.context.active(), {
    baggage,
  });
  return tracing.context.with(context, () => agentIdentity(tracing));
}

describe('agentIdentity', () => {
  it('reads who the agent says it is', async () => {
    expect(
      await identityOf(
        'gen_ai.agent.name=release%20bot,gen_ai.agent.id=rb-7;secret=1,gen_ai.conversation.id=c1,gen_ai.request.model=large-2,user.token=t0p',
      ),
    ).toEqual({
      name: 'release bot',
      id: 'rb-7',
      conversation: 'c1',
      model: 'large-2',
    });
  });

  it('knows nothing without baggage', async () => {
    expect(await identityOf(undefined)).toEqual({});
  });

  it('keeps a name from passing for something else', async () => {
    const { name } = await identityOf(
      `gen_ai.agent.name=${encodeURIComponent(
        `bot (plugin:ci), approved\nby "ada" ${'x'.repeat(200)}`,
      )}`,
    );
    expect(name).toMatch(/^bot plugin:ci approvedby ada x+$/);
    expect(name?.length).toBe(100);
  });

  it('ignores keys of objects', async () => {
    expect(await identityOf('constructor=a,__proto__=b')).toEqual({});
  });
});

describe('agentName', () => {
  it.each([
    [{ name: 'release bot', id: 'rb-7' }, SUBJECT, `release bot (${SUBJECT})`],
    [{ id: 'rb-7' }, SUBJECT, `rb-7 (${SUBJECT})`],
    [{}, SUBJECT, SUBJECT],
    [{ name: 'release bot' }, undefined, 'release bot'],
    [{}, undefined, undefined],
  ])('calls %j by %s %s', (identity, subject, expected) => {
    expect(agentName(identity, subject)).toBe(expected);
  });
});
