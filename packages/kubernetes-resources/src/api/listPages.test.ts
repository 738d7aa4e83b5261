import { json, text } from '../__testUtils__/ScriptedServer';
import {
  startTestCluster,
  widget,
  widgetList,
  widgets,
  WIDGETS_PATH,
  type TestCluster,
} from '../__testUtils__/testCluster';

const LIST = `GET ${WIDGETS_PATH}`;
const MEBIBYTE = 1024 * 1024;

describe('listPages', () => {
  let cluster: TestCluster;

  beforeEach(async () => {
    cluster = await startTestCluster();
  });

  afterEach(() => cluster.stop());

  it('asks for fewer objects when they are large', async () => {
    const large = Array.from({ length: 16 }, (_, i) =>
      widget(`w${i}`, '1', { padding: 'x'.repeat(MEBIBYTE) }),
    );
    cluster.server.on(
      LIST,
      json(200, widgetList('1', large, 'more')),
      json(200, widgetList('1', [])),
    );
    await cluster.service.list(widgets);
    const limits = cluster.server
      .seen(LIST)
      .map(({ query }) => Number(query.get('limit')));
    // 16 objects in a little more than 16 MiB: fewer than 2 fit into 2 MiB, and never less than 10 are asked for.
    expect(limits).toEqual([500, 10]);
  });

  it('asks once more when the connection is lost', async () => {
    cluster.server.on(
      LIST,
      response => response.destroy(),
      json(200, widgetList('1', [widget('a', '1')])),
    );
    const result = await cluster.service.list(widgets);
    expect(result.ok && result.value).toHaveLength(1);
  });

  it.each([
    ['is not JSON', text(200, '<html>')],
    ['is not a list', json(200, { items: 'many' })],
  ])('does not take an answer that %s for an empty list', async (_, answer) => {
    cluster.server.on(LIST, answer);
    expect(await cluster.service.list(widgets)).toMatchObject({
      ok: false,
      reason: 'unreachable',
    });
  });
});
