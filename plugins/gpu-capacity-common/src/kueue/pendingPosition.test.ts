import { queueAhead, readPendingPositions } from './pendingPosition';

const item = (name: string, position: number, priority = 0) => ({
  metadata: {
    namespace: 'ml',
    name,
    creationTimestamp: '2026-11-21T09:00:00Z',
  },
  priority,
  localQueueName: 'default',
  positionInClusterQueue: position,
  positionInLocalQueue: position,
});

describe('queueAhead', () => {
  const positions = readPendingPositions({
    kind: 'PendingWorkloadsSummary',
    items: [item('c', 2), item('a', 0, 100), item('b', 1)],
  });

  it('says who is tried before, and why', () => {
    expect(queueAhead(positions, { namespace: 'ml', name: 'c' })).toEqual({
      place: 3,
      ahead: [
        expect.objectContaining({ name: 'a', priority: 100 }),
        expect.objectContaining({ name: 'b', priority: 0 }),
      ],
      byPriority: 1,
      byTime: 1,
      unseen: 0,
    });
  });

  it('says that the first one is next', () => {
    expect(queueAhead(positions, { namespace: 'ml', name: 'a' })).toMatchObject(
      { place: 1, ahead: [], unseen: 0 },
    );
  });

  it('says how many are ahead that it does not see', () => {
    expect(
      queueAhead(readPendingPositions({ items: [item('z', 1000)] }), {
        namespace: 'ml',
        name: 'z',
      }),
    ).toMatchObject({ place: 1001, ahead: [], unseen: 1000 });
  });

  it('does not know a workload that is not in the document', () => {
    expect(
      queueAhead(positions, { namespace: 'other', name: 'a' }),
    ).toBeUndefined();
    expect(
      queueAhead(readPendingPositions({ items: null }), {
        namespace: 'ml',
        name: 'a',
      }),
    ).toBeUndefined();
  });

  it('refuses what is no such document', () => {
    expect(() => readPendingPositions({ items: [{ metadata: {} }] })).toThrow();
  });
});
