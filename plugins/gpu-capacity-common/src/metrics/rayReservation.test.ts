import { rayReservationQuery, readRayReservations } from './rayReservation';

const series = (pod: string, state: string, value: number) => ({
  labels: { namespace: 'vision', pod, State: state },
  value,
});

describe('readRayReservations', () => {
  it('says what Ray has given away of what its pod holds', () => {
    expect(
      readRayReservations([
        series('ray-1', 'USED', 1),
        series('ray-1', 'AVAILABLE', 3),
        series('ray-2', 'USED', 2),
        { labels: { State: 'USED' }, value: 4 },
      ]),
    ).toEqual([{ namespace: 'vision', pod: 'ray-1', used: 1, available: 3 }]);
  });

  it('asks for devices only', () => {
    expect(rayReservationQuery()).toBe(
      'sum by (namespace,pod,State) (ray_resources{Name="GPU"})',
    );
  });
});
