import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { PROJECT, shopProject, startCluster } from '../../testing/demoProject';
import { kargoResources } from '../kargoResources';
import { freightSchema, promotionSchema, stageSchema } from '../kargoSchemas';
import { createKargoApi } from './createKargoApi';

const everything = { apiGroups: ['kargo.akuity.io'], resources: ['*'] };

const users = [
  {
    token: 'anna-token',
    name: 'anna',
    groups: [],
    rules: [{ ...everything, verbs: ['*'] }],
  },
  {
    token: 'reader-token',
    name: 'reader',
    groups: [],
    rules: [{ ...everything, verbs: ['get'] }],
  },
];

describe('createKargoApi', () => {
  let started: ReturnType<typeof startCluster>;
  let server: Server;

  beforeEach(async () => {
    started = startCluster({ objects: shopProject({ auto: false }), users });
    started.clock.advance(5_000);
    const app = express().use(createKargoApi(started.cluster.emulator));
    server = createServer(app);
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });

  afterEach(async () => {
    started.cluster.stop();
    await new Promise<void>(resolve => {
      server.close(() => resolve());
    });
  });

  async function call(
    path: string,
    options: { token?: string; body?: object; project?: string } = {},
  ) {
    const { token = 'anna-token', body, project = PROJECT } = options;
    const { port } = server.address() as AddressInfo;
    const response = await fetch(
      `http://127.0.0.1:${port}/v1beta1/projects/${project}${path}`,
      {
        method: 'POST',
        headers: {
          ...(token && { authorization: `Bearer ${token}` }),
          'content-type': 'application/json',
        },
        body: body && JSON.stringify(body),
      },
    );
    const text = await response.text();
    return {
      status: response.status,
      body: text === '' ? undefined : JSON.parse(text),
    };
  }

  const freight = () =>
    freightSchema.parse(
      started.store.list(kargoResources.freights, { namespace: PROJECT })[0],
    );
  const promotion = (name: string) =>
    promotionSchema.parse(
      started.store.get(kargoResources.promotions, {
        namespace: PROJECT,
        name,
      }),
    );
  const stage = (name: string) =>
    stageSchema.parse(
      started.store.get(kargoResources.stages, { namespace: PROJECT, name }),
    );
  const promote = async () => {
    const { body } = await call('/stages/test/promotions', {
      body: { freight: freight().metadata.name },
    });
    return body.metadata.name as string;
  };

  it('knows nobody without a token, or with one that is none', async () => {
    expect(await call('/stages/test/refresh', { token: '' })).toEqual({
      status: 401,
      body: { error: 'no token provided' },
    });
    expect(await call('/stages/test/refresh', { token: 'wrong' })).toEqual({
      status: 401,
      body: { error: 'invalid token' },
    });
  });

  it('says what it does not find in the words of Kargo', async () => {
    expect(await call('/stages/test/refresh', { project: 'moon' })).toEqual({
      status: 404,
      body: { error: 'projects.kargo.akuity.io "moon" not found' },
    });
    expect(
      await call('/stages/moon/promotions', { body: { freight: 'f' } }),
    ).toEqual({
      status: 404,
      body: { error: `Stage "moon" not found in project "${PROJECT}"` },
    });
  });

  it('promotes as the person, who is written down, and aborts again', async () => {
    const name = await promote();
    expect(promotion(name).metadata.annotations).toMatchObject({
      'kargo.akuity.io/create-actor': 'kubernetes:anna',
    });
    started.clock.advance(500);
    expect(promotion(name).status.phase).toBe('Running');
    expect((await call(`/promotions/${name}/abort`)).status).toBe(200);
    started.clock.advance(500);
    expect(promotion(name).status).toMatchObject({
      phase: 'Aborted',
      message: 'Promotion terminated by kubernetes:anna',
    });
    // What has ended stays as it is.
    expect((await call(`/promotions/${name}/abort`)).status).toBe(200);
  });

  it.each([
    ['/stages/test/promotions', {}],
    ['/stages/test/promotions', { freight: 'a', origin: 'Warehouse/shop' }],
  ])('refuses %s of %j', async (path, body) => {
    expect(await call(path, { body })).toMatchObject({ status: 400 });
  });

  it('refuses freight that is not available, until it is approved', async () => {
    const { name } = freight().metadata;
    const body = { freight: name };
    expect(await call('/stages/prod/promotions', { body })).toEqual({
      status: 400,
      body: {
        error: `Freight "${name}" is not available to Stage "prod"`,
      },
    });
    expect((await call(`/freight/${name}/approve`)).body).toEqual({
      error: 'stage query parameter is required',
    });
    expect((await call(`/freight/${name}/approve?stage=prod`)).status).toBe(
      200,
    );
    expect((await call('/stages/prod/promotions', { body })).status).toBe(201);
  });

  it('asks for the rights of the person', async () => {
    const { name } = freight().metadata;
    const error = {
      error:
        'stages.kargo.akuity.io "prod" is forbidden: promote is not permitted',
    };
    const token = 'reader-token';
    expect(
      await call(`/freight/${name}/approve?stage=prod`, { token }),
    ).toEqual({ status: 403, body: error });
    expect(
      await call('/stages/prod/promotions', { token, body: { freight: name } }),
    ).toEqual({ status: 403, body: error });
  });

  it('verifies again what was verified, once for each request', async () => {
    expect((await call('/stages/test/verification')).status).toBe(500);
    await promote();
    started.clock.advance(20_000);
    const history = () => stage('test').status.freightHistory[0];
    expect(history().verificationHistory).toHaveLength(1);
    expect((await call('/stages/test/verification')).status).toBe(200);
    started.clock.advance(20_000);
    expect(history().verificationHistory).toMatchObject([
      { phase: 'Successful', actor: 'kubernetes:anna' },
      { phase: 'Successful' },
    ]);
  });

  it.each([
    ['/stages/test/refresh', kargoResources.stages, 'test'],
    [`/warehouses/${PROJECT}/refresh`, kargoResources.warehouses, PROJECT],
  ])('looks sooner on %s', async (path, resource, name) => {
    expect((await call(path, { token: 'reader-token' })).status).toBe(200);
    started.clock.advance(500);
    const object = started.store.get(resource, { namespace: PROJECT, name });
    expect(object?.status).toMatchObject({
      lastHandledRefresh:
        object?.metadata.annotations?.['kargo.akuity.io/refresh'],
    });
    expect(object?.metadata.annotations).toHaveProperty([
      'kargo.akuity.io/refresh',
    ]);
  });
});
