/** Where a tile is in a map whose rows have so many columns. */
export interface MapPlace {
  readonly index: number;
  readonly columns: number;
  readonly count: number;
}

/** The tile to go to from another; the same one where there is none. */
export type MapStep = (place: MapPlace) => number;

function by(distance: (place: MapPlace) => number): MapStep {
  return place => {
    const next = place.index + distance(place);
    return next >= 0 && next < place.count ? next : place.index;
  };
}

const STEPS: Readonly<Record<string, MapStep>> = {
  ArrowRight: by(() => 1),
  ArrowLeft: by(() => -1),
  ArrowDown: by(({ columns }) => columns),
  ArrowUp: by(({ columns }) => -columns),
  Home: () => 0,
  End: ({ count }) => count - 1,
};

/** The step of a key, if it has one. */
export function stepOf(key: string): MapStep | undefined {
  return STEPS[key];
}
