import { json } from '../__testUtils__/ScriptedServer';
import {
  startTestCluster,
  widget,
  widgets,
  WIDGETS_PATH,
  type TestCluster,
} from '../__testUtils__/testCluster';

const PATCH = `PATCH ${WIDGETS_PATH}/a`;

const change = {
  cluster: 'test',
  resource: widgets.resource,
  name: 'a',
  patch: { metadata: { annotations: { stop: 'now' } } },
};

describe('patch', () => {
  let cluster: TestCluster;

  beforeEach(async () => {
    cluster = await startTestCluster();
  });

  afterEach(() => cluster.stop());

  it('sends a merge patch, as the person in whose name it is', async () => {
    cluster.server.on(PATCH, json(200, widget('a', '2')));
    const result = await cluster.service.patch({
      ...change,
      impersonate: { user: 'anna@example.com', groups: ['payments'] },
    });
    expect(result).toMatchObject({ ok: true });
    const [{ headers, body }] = cluster.server.seen(PATCH);
    expect(headers).toMatchObject({
      'content-type': 'application/merge-patch+json',
      'impersonate-user': 'anna@example.com',
      'impersonate-group': 'payments',
    });
    expect(JSON.parse(body)).toEqual(change.patch);
  });

  it('does not send it again when the answer is lost', async () => {
    cluster.server.on(
      PATCH,
      response => response.destroy(),
      json(200, widget('a', '2')),
    );
    expect(await cluster.service.patch(change)).toMatchObject({
      ok: false,
      reason: 'unreachable',
    });
    expect(cluster.server.seen(PATCH)).toHaveLength(1);
  });

  it('gives the reason of a refusal', async () => {
    cluster.server.on(
      PATCH,
      json(403, {
        kind: 'Status',
        status: 'Failure',
        code: 403,
        message: 'users "anna" is forbidden: cannot patch',
      }),
    );
    expect(await cluster.service.patch(change)).toMatchObject({
      ok: false,
      reason: 'forbidden',
    });
  });
});

describe('patch through the proxy of the kubernetes plugin', () => {
  it('refuses to act as a person, since the headers may not arrive', async () => {
    const cluster = await startTestCluster({
      cluster: { authProvider: 'aws', serviceAccountToken: undefined },
    });
    const result = await cluster.service.patch({
      ...change,
      impersonate: { user: 'anna' },
    });
    expect(result).toMatchObject({ ok: false, reason: 'unreachable' });
    expect(!result.ok && result.message).toContain('reaches directly');
    await cluster.stop();
  });
});
