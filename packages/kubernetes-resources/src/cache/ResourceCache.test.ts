import type { JsonObject, JsonValue } from '@backstage/types';
import { isJsonObject } from '../api/jsonObject';
import type { ResourceChange, ResourceProjection } from '../service';
import {
  json,
  stream,
  text,
  type Answer,
} from '../__testUtils__/ScriptedServer';
import {
  eventually,
  startTestCluster,
  status,
  widget,
  widgetList,
  widgets,
  WIDGETS_PATH,
  type TestCluster,
} from '../__testUtils__/testCluster';

const LIST = `GET ${WIDGETS_PATH}`;
const WATCH = `WATCH ${WIDGETS_PATH}`;

/** Keeps the size of a widget and cannot read one without it. */
const sizes: ResourceProjection<number> = {
  id: 'size',
  trim: (object: JsonObject) => {
    const size = isJsonObject(object.spec) ? object.spec.size : undefined;
    if (size === 'hidden') {
      return undefined;
    }
    if (typeof size !== 'number') {
      throw new Error('spec.size is not a number');
    }
    return size;
  },
};

const added = (name: string, version: string, size: JsonValue) => ({
  type: 'ADDED',
  object: widget(name, version, { size }),
});
const modified = (name: string, version: string, size: JsonValue) => ({
  ...added(name, version, size),
  type: 'MODIFIED',
});
const deleted = (name: string, version: string) => ({
  ...added(name, version, 0),
  type: 'DELETED',
});
const bookmark = (resourceVersion: string) => ({
  type: 'BOOKMARK',
  object: { kind: 'Widget', metadata: { resourceVersion } },
});
const tooOld = { type: 'ERROR', object: status(410, 'Expired') };
const open = stream([], 'stay-open');
const oneWidget = json(200, widgetList('10', [widget('a', '9', { size: 1 })]));

describe('ResourceCache', () => {
  let cluster: TestCluster;

  beforeEach(async () => {
    cluster = await startTestCluster();
  });

  afterEach(() => cluster.stop());

  const observe = () => cluster.service.observe(widgets, sizes);

  it('lists page by page, then watches from the version of the list', async () => {
    cluster.server
      .on(
        LIST,
        json(200, widgetList('10', [widget('a', '8', { size: 1 })], 'more')),
        json(200, widgetList('10', [widget('b', '9', { size: 2 })])),
      )
      .on(WATCH, stream([added('c', '11', 3)], 'stay-open'));
    const observation = observe();
    expect(observation.snapshot().state).toEqual({ status: 'loading' });
    const { state, items } = await eventually(
      observation,
      snapshot => snapshot.items.size === 3,
    );
    expect(state.status).toBe('live');
    expect([...items]).toEqual([
      ['shop/a', 1],
      ['shop/b', 2],
      ['shop/c', 3],
    ]);
    const [first, second] = cluster.server.seen(LIST);
    expect(Object.fromEntries(first.query)).toEqual({ limit: '500' });
    expect(second.query.get('continue')).toBe('more');
    const [watch] = cluster.server.seen(WATCH);
    expect(watch.query.get('resourceVersion')).toBe('10');
    expect(watch.query.get('allowWatchBookmarks')).toBe('true');
    expect(Number(watch.query.get('timeoutSeconds'))).toBeGreaterThanOrEqual(
      240,
    );
    expect(Number(watch.query.get('timeoutSeconds'))).toBeLessThanOrEqual(290);
    expect(watch.headers['accept-encoding']).toBe('identity');
  });

  it('tells changes once a turn, and stays current while an idle watch is open', async () => {
    cluster.server
      .on(LIST, oneWidget)
      .on(
        WATCH,
        stream([modified('a', '11', 5), deleted('a', '12')], 'stay-open'),
      );
    const observation = observe();
    const heard: ResourceChange<number>[][] = [];
    observation.subscribe(changes => heard.push([...changes]));
    await eventually(
      observation,
      ({ items, state }) => state.status === 'live' && items.size === 0,
    );
    await new Promise(setImmediate);
    expect(heard.flat().at(0)).toEqual({
      key: 'shop/a',
      before: undefined,
      after: 1,
    });
    expect(heard.flat().at(-1)?.after).toBeUndefined();
    const now = Date.now();
    const { state } = observation.snapshot();
    expect(
      state.status === 'live' && state.asOf.getTime(),
    ).toBeGreaterThanOrEqual(now);
  });

  it('goes on from the last bookmark when the server ends a watch', async () => {
    cluster.server
      .on(LIST, oneWidget)
      .on(WATCH, stream([bookmark('42')], 'end'), open);
    const observation = observe();
    await eventually(
      observation,
      () => cluster.server.seen(WATCH).length === 2,
    );
    expect(cluster.server.seen(WATCH)[1].query.get('resourceVersion')).toBe(
      '42',
    );
    expect(cluster.server.seen(LIST)).toHaveLength(1);
    expect(observation.snapshot().state.status).toBe('live');
  });

  it.each<[string, Answer]>([
    ['in between events', stream([added('b', '11', 2)], 'cut')],
    ['inside an event', stream([added('b', '11', 2)], 'cut-inside-event')],
    [
      'by something that is no event',
      response => {
        stream([added('b', '11', 2)], 'stay-open')(response, {} as never);
        response.write('<html>\n');
      },
    ],
  ])('goes on where a watch was cut %s', async (_, cut) => {
    cluster.server
      .on(LIST, oneWidget)
      .on(WATCH, cut, stream([added('c', '12', 3)], 'stay-open'));
    const observation = observe();
    const { items, state } = await eventually(
      observation,
      snapshot => snapshot.items.size === 3,
    );
    expect(state.status).toBe('live');
    expect([...items.keys()]).toEqual(['shop/a', 'shop/b', 'shop/c']);
    expect(cluster.server.seen(WATCH)[1].query.get('resourceVersion')).toBe(
      '11',
    );
    expect(cluster.server.seen(LIST)).toHaveLength(1);
  });

  it.each<[string, Answer]>([
    ['an ERROR event', stream([tooOld], 'end')],
    ['an answer', json(410, status(410, 'Expired'))],
  ])('keeps what it had as stale after a 410 as %s', async (_, expired) => {
    let finishList = () => {};
    const slowList: Answer = (response, request) => {
      finishList = () =>
        json(
          200,
          widgetList('20', [
            widget('a', '9', { size: 99 }),
            widget('b', '19', { size: 2 }),
          ]),
        )(response, request);
    };
    cluster.server
      .on(
        LIST,
        json(
          200,
          widgetList('10', [
            widget('a', '9', { size: 1 }),
            widget('z', '8', { size: 26 }),
          ]),
        ),
        slowList,
      )
      .on(WATCH, expired, open);
    const observation = observe();
    const heard: ResourceChange<number>[] = [];
    observation.subscribe(changes => heard.push(...changes));
    const stale = await eventually(
      observation,
      ({ state }) =>
        state.status === 'stale' && cluster.server.seen(LIST).length === 2,
    );
    expect([...stale.items]).toEqual([
      ['shop/a', 1],
      ['shop/z', 26],
    ]);
    heard.length = 0;
    finishList();
    const live = await eventually(
      observation,
      ({ state }) => state.status === 'live',
    );
    // The version of `a` did not change, so it is neither read again nor told.
    expect([...live.items]).toEqual([
      ['shop/a', 1],
      ['shop/b', 2],
    ]);
    await new Promise(setImmediate);
    expect(heard).toEqual([
      { key: 'shop/b', before: undefined, after: 2 },
      { key: 'shop/z', before: 26, after: undefined },
    ]);
  });

  it('starts over when the snapshot of a list expires between pages', async () => {
    cluster.server
      .on(
        LIST,
        json(200, widgetList('10', [widget('gone', '8', { size: 1 })], 'more')),
        json(410, status(410, 'Expired')),
        json(200, widgetList('20', [widget('a', '19', { size: 2 })])),
      )
      .on(WATCH, open);
    const { items } = await eventually(
      observe(),
      ({ state }) => state.status === 'live',
    );
    expect([...items]).toEqual([['shop/a', 2]]);
  });

  it('lists malformed objects and hides no other', async () => {
    cluster.server
      .on(
        LIST,
        json(
          200,
          widgetList('10', [
            widget('a', '1', { size: 1 }),
            widget('broken', '2', { size: 'large' }),
            widget('left-out', '3', { size: 'hidden' }),
            { spec: {} },
            null,
          ]),
        ),
      )
      .on(WATCH, stream([modified('broken', '11', 7)], 'stay-open'));
    const observation = observe();
    await observation.settled();
    expect(observation.snapshot().malformed).toEqual([
      { key: 'shop/broken', message: 'spec.size is not a number' },
      { key: 'unknown', message: 'It has no name.' },
      { key: 'unknown', message: 'It has no name.' },
    ]);
    const { items, malformed } = await eventually(
      observation,
      snapshot => snapshot.items.size === 2,
    );
    expect(Object.fromEntries(items)).toEqual({
      'shop/a': 1,
      'shop/broken': 7,
    });
    expect(malformed).toHaveLength(2);
  });

  it('lists at most 100 malformed objects and says how many more there are', async () => {
    const broken = Array.from({ length: 130 }, (_, i) => widget(`w${i}`, '1'));
    cluster.server
      .on(LIST, json(200, widgetList('10', broken)))
      .on(WATCH, open);
    const { malformed } = await observe().settled();
    expect(malformed).toHaveLength(101);
    expect(malformed[100].message).toBe('And 30 more objects.');
  });

  it('is forbidden on 403 and live again when it is allowed', async () => {
    cluster.server
      .on(LIST, json(403, status(403, 'Forbidden')), oneWidget)
      .on(WATCH, open);
    const observation = observe();
    const { state, items } = await observation.settled();
    expect(state).toEqual({
      status: 'forbidden',
      message: 'The cluster does not allow this: Forbidden said the server.',
    });
    expect(items.size).toBe(0);
    await eventually(observation, snapshot => snapshot.state.status === 'live');
  });

  it('holds a live view over one refusal of a starting server', async () => {
    cluster.server
      .on(LIST, oneWidget)
      .on(
        WATCH,
        stream([bookmark('11')], 'end'),
        json(403, status(403, 'Forbidden')),
        stream([added('b', '12', 2)], 'stay-open'),
      );
    const observation = observe();
    const heard: ResourceChange<number>[] = [];
    observation.subscribe(changes => heard.push(...changes));
    await eventually(observation, ({ items }) => items.size === 2);
    expect(heard.filter(change => change.after === undefined)).toEqual([]);
    expect(cluster.server.seen(LIST)).toHaveLength(1);
  });

  it('is forbidden, and lists no more, while it may list but not watch', async () => {
    cluster.server
      .on(LIST, oneWidget)
      .on(
        WATCH,
        stream([bookmark('11')], 'end'),
        json(403, status(403, 'Forbidden')),
      );
    const observation = observe();
    const heard: ResourceChange<number>[] = [];
    observation.subscribe(changes => heard.push(...changes));
    await eventually(
      observation,
      ({ state }) =>
        state.status === 'forbidden' && cluster.server.seen(WATCH).length > 5,
    );
    expect(observation.snapshot().items.size).toBe(0);
    expect(cluster.server.seen(LIST)).toHaveLength(1);
    expect(heard).toEqual([
      { key: 'shop/a', before: undefined, after: 1 },
      { key: 'shop/a', before: 1, after: undefined },
    ]);
    cluster.server.on(WATCH, stream([], 'end'), open);
    await eventually(
      observation,
      ({ state, items }) => state.status === 'live' && items.size === 1,
    );
  });

  it('is absent without the resource type and live when its CRD appears', async () => {
    cluster.server
      .on(LIST, text(404, '404 page not found\n'), oneWidget)
      .on(WATCH, open);
    const observation = observe();
    expect((await observation.settled()).state.status).toBe('absent');
    await eventually(observation, ({ state }) => state.status === 'live');
  });

  it('is stale, never current, while the credential is not accepted', async () => {
    cluster.server.on(LIST, json(401, status(401, 'Unauthorized')));
    expect((await observe().settled()).state).toEqual({
      status: 'stale',
      since: undefined,
      error: 'The cluster did not accept the credential: status 401.',
    });
  });

  it('waits for a slow start, and says loading where the time is over', async () => {
    let answer = () => {};
    cluster.server
      .on(LIST, (response, request) => {
        answer = () => oneWidget(response, request);
      })
      .on(WATCH, open);
    const observation = observe();
    const { state } = await observation.settled({ timeoutMs: 30 });
    expect(state).toEqual({ status: 'loading' });
    const settled = observation.settled();
    answer();
    expect((await settled).items.size).toBe(1);
  });

  it('shares one list and watch, and stops them after the last observer', async () => {
    cluster.server.on(LIST, oneWidget).on(WATCH, open);
    const first = observe();
    const second = observe();
    await first.settled();
    await eventually(second, () => cluster.server.seen(WATCH).length === 1);
    first.close();
    first.close();
    await new Promise(resolve => {
      setTimeout(resolve, 20);
    });
    expect(cluster.server.seen(WATCH)[0].isAborted).toBe(false);
    second.close();
    await eventually(second, () => cluster.server.seen(WATCH)[0].isAborted);
    expect(cluster.server.seen(LIST)).toHaveLength(1);
  });

  it('logs a listener that throws and tells the others', async () => {
    cluster.server.on(LIST, oneWidget).on(WATCH, open);
    const observation = observe();
    const listener = jest.fn();
    observation.subscribe(() => {
      throw new Error('listener broke');
    });
    observation.subscribe(listener);
    await eventually(observation, () => listener.mock.calls.length > 0);
    expect(cluster.logger.error).toHaveBeenCalledWith(
      'A listener of an observation failed',
      expect.objectContaining({ message: 'listener broke' }),
    );
  });

  it('does not tell a subscriber what changed before it subscribed', async () => {
    cluster.server.on(LIST, oneWidget).on(WATCH, open);
    const observation = observe();
    const late = jest.fn();
    observation.subscribe(() => {});
    await eventually(observation, ({ items }) => items.size === 1);
    observation.subscribe(late);
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    expect(late.mock.calls.flat(2)).toEqual([]);
  });

  it('says why a cluster that is not there is not observed', async () => {
    const observation = cluster.service.observe(
      { ...widgets, cluster: 'nowhere' },
      sizes,
    );
    expect((await observation.settled()).state).toEqual({
      status: 'stale',
      since: undefined,
      error: "The cluster could not answer (No cluster is named 'nowhere').",
    });
  });
});
