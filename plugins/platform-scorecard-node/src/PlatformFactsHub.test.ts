import {
  createBackendPlugin,
  type LifecycleServiceShutdownHook,
  type LifecycleServiceStartupHook,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { PlatformFact } from '@fairway/plugin-platform-scorecard-common';
import { PlatformFactsHub } from './PlatformFactsHub';
import { platformFactsServiceRef } from './platformFactsServiceRef';
import { platformFactsSinkRef } from './platformFactsSinkRef';

function fact(id: string): PlatformFact {
  return {
    specversion: '1.0',
    id,
    source: 'test',
    type: 'dev.fairway.service.created',
    time: '2026-03-02T10:00:00Z',
    subject: 'component:default/orders',
    data: {},
  };
}

function createHub() {
  const startup: LifecycleServiceStartupHook[] = [];
  const shutdown: LifecycleServiceShutdownHook[] = [];
  const logger = mockServices.logger.mock();
  const hub = PlatformFactsHub.create({
    logger,
    lifecycle: {
      addStartupHook: hook => startup.push(hook),
      addShutdownHook: hook => shutdown.push(hook),
      addBeforeShutdownHook: () => {},
    },
  });
  return {
    hub,
    logger,
    start: async () => Promise.all(startup.map(hook => hook())),
    stop: async () => Promise.all(shutdown.map(hook => hook())),
  };
}

function createSink() {
  const received: string[] = [];
  const accept = jest.fn(async (facts: readonly PlatformFact[]) => {
    received.push(...facts.map(({ id }) => id));
  });
  return { received, accept };
}

describe('PlatformFactsHub', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const settled = () => jest.advanceTimersByTimeAsync(0);

  it('keeps facts until the sink connects, in order', async () => {
    const { hub, start } = createHub();
    const sink = createSink();
    hub.publish([fact('1'), fact('2')]);
    hub.publish([fact('3')]);
    hub.connect(sink);
    hub.publish([fact('4')]);
    await start();
    await settled();
    expect(sink.received).toEqual(['1', '2', '3', '4']);
  });

  it('drops facts with one debug line where no scorecard is installed', async () => {
    const { hub, logger, start } = createHub();
    hub.publish([fact('1')]);
    await start();
    hub.publish([fact('2')]);
    hub.publish([fact('3')]);
    await settled();
    expect(logger.debug).toHaveBeenCalledTimes(1);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('loses nothing while the sink refuses, and asks less and less often', async () => {
    const { hub } = createHub();
    const sink = createSink();
    for (let attempt = 0; attempt < 3; attempt += 1) {
      sink.accept.mockRejectedValueOnce(new Error('no database'));
    }
    hub.publish([fact('1')]);
    hub.connect(sink);
    await settled();
    hub.publish([fact('2')]);
    expect(sink.accept).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(sink.accept).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(sink.accept).toHaveBeenCalledTimes(3);
    await jest.advanceTimersByTimeAsync(4_000);
    expect(sink.received).toEqual(['1', '2']);
  });

  it('drops the newest facts when too many wait, and says so once', async () => {
    const { hub, logger } = createHub();
    const sink = createSink();
    const many = Array.from({ length: 10_001 }, (_, index) => fact(`${index}`));
    hub.publish(many);
    hub.publish([fact('late')]);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    hub.connect(sink);
    await settled();
    expect(sink.received).toHaveLength(10_000);
    expect(sink.received[9_999]).toBe('9999');
    hub.publish([fact('after')]);
    await settled();
    expect(sink.received[10_000]).toBe('after');
  });

  it('tries once more at shutdown and reports what is left', async () => {
    const { hub, logger, stop } = createHub();
    const sink = createSink();
    sink.accept.mockRejectedValue(new Error('no database'));
    hub.publish([fact('1')]);
    hub.connect(sink);
    await settled();
    await stop();
    expect(sink.accept).toHaveBeenCalledTimes(2);
    expect(logger.warn).toHaveBeenCalledWith(
      '1 facts could not be delivered before shutdown: no database',
    );
  });

  it('has one sink at most', () => {
    const { hub } = createHub();
    hub.connect(createSink());
    expect(() => hub.connect(createSink())).toThrow(
      'The platform facts have a sink already',
    );
  });
});

describe('platformFactsServiceRef', () => {
  it('carries facts from one plugin to another without being installed', async () => {
    const sink = createSink();
    const producer = createBackendPlugin({
      pluginId: 'producer',
      register(env) {
        env.registerInit({
          deps: { facts: platformFactsServiceRef },
          async init({ facts }) {
            facts.publish([fact('1')]);
          },
        });
      },
    });
    const scorecard = createBackendPlugin({
      pluginId: 'platform-scorecard',
      register(env) {
        env.registerInit({
          deps: { facts: platformFactsSinkRef },
          async init({ facts }) {
            facts.connect(sink);
          },
        });
      },
    });
    const backend = await startTestBackend({
      features: [producer, scorecard],
    });
    await backend.stop();
    expect(sink.received).toEqual(['1']);
  });
});
