import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mockCredentials } from '@backstage/backend-test-utils';
import type { Work } from '../ActionExecutor';
import { KargoApiClient } from './KargoApiClient';
import { KargoApiExecutor } from './KargoApiExecutor';
import { KargoToken } from './KargoToken';

const SECRET = 'header.payload.signature';
const promote: Work = {
  action: 'promote',
  project: 'orders',
  stage: 'prod',
  freight: '76415fe',
};

const options = {
  credentials: mockCredentials.user(),
  kargoToken: KargoToken.fromHeader(SECRET),
};

const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise<void>(resolve => {
      server.close(() => resolve());
    });
  }
});

async function start(listener: RequestListener, timeoutMs = 2_000) {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/kargo/`;
  const executor = new KargoApiExecutor({
    client: new KargoApiClient({ url, timeoutMs }),
  });
  return {
    port,
    execute: (work: Work) =>
      executor.execute(
        {
          controlPlane: 'emea',
          work,
          caller: { kind: 'user', ref: 'user:default/ada', ownershipRefs: [] },
          annotations: {},
        },
        options,
      ),
    access: () =>
      executor.access({ ...promote, controlPlane: 'emea' }, options),
  };
}

const answering =
  (status: number, body: string, headers = {}): RequestListener =>
  (_, response) => {
    response.writeHead(status, headers).end(body);
  };

describe('KargoApiExecutor', () => {
  it.each<[Work, string, object | undefined]>([
    [
      promote,
      'POST /kargo/v1beta1/projects/orders/stages/prod/promotions',
      { freight: '76415fe' },
    ],
    [
      { ...promote, action: 'approve-freight', stage: 'prod eu' },
      'POST /kargo/v1beta1/projects/orders/freight/76415fe/approve?stage=prod+eu',
      undefined,
    ],
    [
      {
        action: 'abort',
        project: 'orders',
        stage: 'prod',
        promotion: 'prod.01/../x',
      },
      'POST /kargo/v1beta1/projects/orders/promotions/prod.01%2F..%2Fx/abort',
      undefined,
    ],
    [
      {
        action: 'refresh',
        project: 'orders',
        stage: 'test',
        kind: 'Warehouse',
        name: 'orders',
      },
      'POST /kargo/v1beta1/projects/orders/warehouses/orders/refresh',
      undefined,
    ],
    [
      {
        action: 'refresh',
        project: 'orders',
        stage: 'test',
        kind: 'Stage',
        name: 'test',
      },
      'POST /kargo/v1beta1/projects/orders/stages/test/refresh',
      undefined,
    ],
    [
      { action: 'reverify', project: 'orders', stage: 'prod' },
      'POST /kargo/v1beta1/projects/orders/stages/prod/verification',
      undefined,
    ],
  ])('asks for %j by %s', async (work, line, body) => {
    const seen: unknown[] = [];
    const { execute } = await start((request, response) => {
      let text = '';
      request.on('data', part => {
        text += part;
      });
      request.on('end', () => {
        seen.push([
          `${request.method} ${request.url}`,
          request.headers.authorization,
          text === '' ? undefined : JSON.parse(text),
        ]);
        response.end('{"metadata":{"name":"prod.01"}}');
      });
    });
    expect(await execute(work)).toMatchObject({ status: 'executed' });
    expect(seen).toEqual([[line, `Bearer ${SECRET}`, body]]);
  });

  it.each([
    ['{"metadata":{"name":"prod.01"}}'],
    // Kargo v1.9.
    ['{"promotion":{"metadata":{"name":"prod.01"}}}'],
  ])('knows the promotion of %s', async body => {
    const { execute } = await start(answering(201, body));
    expect(await execute(promote)).toEqual({
      status: 'executed',
      promotion: 'prod.01',
    });
  });

  it.each<[number, string, string, string]>([
    [
      401,
      '{"error":"invalid token"}',
      'refused',
      'Kargo does not accept your token: invalid token. Sign in again.',
    ],
    [
      403,
      '{"error":"promote is not permitted"}',
      'refused',
      'Kargo does not let you do this: promote is not permitted.',
    ],
    [
      404,
      '404 page not found',
      'refused',
      'Kargo did not find it, or is older than v1.9 and has no such API.',
    ],
    [
      404,
      '{"error":"Stage \\"prod\\" not found"}',
      'refused',
      'Kargo did not find it: Stage "prod" not found.',
    ],
    [
      409,
      '{"error":"the object has been modified"}',
      'refused',
      'Somebody changed it at the same time: the object has been modified. Try again.',
    ],
    [
      400,
      '{"error":"Freight is not available."}',
      'refused',
      'Kargo refused it (400): Freight is not available.',
    ],
    [
      429,
      '',
      'refused',
      'Kargo has too many requests at the moment. Try again later.',
    ],
    [
      500,
      '{"error":"internal server error"}',
      'failed',
      'Kargo failed (500): internal server error. Look there whether it was done.',
    ],
    [
      503,
      '<html>bad gateway</html>',
      'failed',
      'Kargo failed (503). Look there whether it was done.',
    ],
    [
      201,
      '<html>sign in</html>',
      'failed',
      'Kargo answered with something that is no promotion. Look there whether it was made.',
    ],
    [
      201,
      '{"metadata":{"name":7}}',
      'failed',
      'Kargo answered with something that is no promotion. Look there whether it was made.',
    ],
  ])(
    'says in words what %s %s means',
    async (status, body, outcome, reason) => {
      const { execute } = await start(answering(status, body));
      expect(await execute(promote)).toEqual({ status: outcome, reason });
    },
  );

  it('repeats no secret that Kargo says', async () => {
    const error = `token ${SECRET} of https://ada:hunter2@git.example.com`;
    const { execute } = await start(answering(403, JSON.stringify({ error })));
    const outcome = JSON.stringify(await execute(promote));
    expect(outcome).toContain('git.example.com');
    expect(outcome).not.toContain(SECRET);
    expect(outcome).not.toContain('hunter2');
  });

  it('gives the token to nobody to whom Kargo sends it on', async () => {
    const elsewhere: string[] = [];
    const other = await start((request, response) => {
      elsewhere.push(request.url ?? '');
      response.end('{"metadata":{"name":"prod.01"}}');
    });
    const { execute } = await start(
      answering(307, '', { location: `http://127.0.0.1:${other.port}/` }),
    );
    expect(await execute(promote)).toMatchObject({
      status: 'refused',
      reason: expect.stringContaining('redirect, which is not followed'),
    });
    expect(elsewhere).toEqual([]);
  });

  it('waits no longer than it may, and does not ask twice', async () => {
    let asked = 0;
    const { execute } = await start(() => {
      asked += 1;
    }, 100);
    expect(await execute(promote)).toEqual({
      status: 'failed',
      reason:
        'Kargo did not answer within 0.1 seconds. Look there whether it was done.',
    });
    expect(asked).toBe(1);
  });

  it.each<[string, RequestListener]>([
    ['breaks off', (_, response) => response.destroy()],
    ['is endless', (_, response) => response.end('x'.repeat(2 * 1024 * 1024))],
  ])('knows nothing where the answer %s', async (_, listener) => {
    const { execute } = await start(listener);
    expect(await execute(promote)).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('its answer was lost'),
    });
  });

  it.each<[number, object]>([
    [200, { status: 'observed', value: { allowed: true } }],
    [403, { status: 'observed', value: { allowed: false } }],
    [500, { status: 'unknown' }],
  ])('takes %s of the stage for an answer about access', async (code, view) => {
    const { access } = await start(answering(code, '{}'));
    expect(await access()).toMatchObject(view);
  });
});

describe('KargoToken', () => {
  it('cannot be printed', () => {
    const token = KargoToken.fromHeader(SECRET);
    expect(`${token} ${JSON.stringify({ token })}`).not.toContain(SECRET);
    expect(token?.reveal()).toBe(SECRET);
  });

  it.each([['a b'], [['a', 'b']], ['x'.repeat(20_000)], ['a\nb']])(
    'is not %j, which is not quoted',
    value => {
      expect(() => KargoToken.fromHeader(value)).toThrow(
        'The header for the Kargo token holds no token.',
      );
    },
  );

  it('may be absent', () => {
    expect(KargoToken.fromHeader(undefined)).toBeUndefined();
    expect(KargoToken.fromHeader('')).toBeUndefined();
  });
});
