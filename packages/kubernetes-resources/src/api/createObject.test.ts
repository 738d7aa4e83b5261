import { json } from '../__testUtils__/ScriptedServer';
import {
  startTestCluster,
  widget,
  widgets,
  WIDGETS_PATH,
  type TestCluster,
} from '../__testUtils__/testCluster';

const CREATE = `POST ${WIDGETS_PATH}`;

describe('create', () => {
  let cluster: TestCluster;

  beforeEach(async () => {
    cluster = await startTestCluster();
  });

  afterEach(() => cluster.stop());

  const create = (impersonate?: { user: string; groups?: string[] }) =>
    cluster.service.create({
      cluster: 'test',
      resource: widgets.resource,
      object: { kind: 'Widget' },
      impersonate,
    });

  it('sends the object, as the person in whose name it is', async () => {
    cluster.server.on(CREATE, json(201, widget('a', '1')));
    const result = await create({
      user: 'anna@example.com',
      groups: ['payments', 'everyone'],
    });
    expect(result).toMatchObject({ ok: true });
    const [{ headers, body }] = cluster.server.seen(CREATE);
    expect(headers['impersonate-user']).toBe('anna@example.com');
    expect(headers['impersonate-group']).toBe('payments, everyone');
    expect(JSON.parse(body)).toEqual({ kind: 'Widget' });
  });

  it('impersonates nobody unless it is told to', async () => {
    cluster.server.on(CREATE, json(201, widget('a', '1')));
    await create();
    expect(cluster.server.seen(CREATE)[0].headers).not.toHaveProperty(
      'impersonate-user',
    );
  });

  it('does not send it again when the answer is lost', async () => {
    cluster.server.on(
      CREATE,
      response => response.destroy(),
      json(201, widget('a', '1')),
    );
    expect(await create()).toMatchObject({ ok: false, reason: 'unreachable' });
    expect(cluster.server.seen(CREATE)).toHaveLength(1);
  });

  it('gives the reason of a refusal', async () => {
    cluster.server.on(
      CREATE,
      json(403, {
        kind: 'Status',
        status: 'Failure',
        code: 403,
        message: 'users "anna" is forbidden: cannot impersonate',
      }),
    );
    expect(await create({ user: 'anna' })).toMatchObject({
      ok: false,
      reason: 'forbidden',
    });
  });
});

describe('create through the proxy of the kubernetes plugin', () => {
  it('refuses to act as a person, since the headers may not arrive', async () => {
    const cluster = await startTestCluster({
      cluster: { authProvider: 'aws', serviceAccountToken: undefined },
    });
    const result = await cluster.service.create({
      cluster: 'test',
      resource: widgets.resource,
      object: {},
      impersonate: { user: 'anna' },
    });
    expect(result).toMatchObject({ ok: false, reason: 'unreachable' });
    expect(!result.ok && result.message).toContain('reaches directly');
    await cluster.stop();
  });
});
