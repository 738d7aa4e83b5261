import type { ShapeDemand } from '../fragmentation';

/** Share of the demand that the shapes must make up together. */
const COVERED = 0.95;

/**
 * The shapes that make up 95 % of the demand, the most frequent first: rare ones would decide what counts as usable,
 * and there can be very many of them.
 *
 * @public
 */
export function frequentShapes(
  demand: readonly ShapeDemand[],
  options: { readonly maxShapes: number },
): readonly ShapeDemand[] {
  const ordered = demand
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  const total = ordered.reduce((sum, { weight }) => sum + weight, 0);
  const chosen: ShapeDemand[] = [];
  let covered = 0;
  for (const shape of ordered) {
    if (covered >= COVERED * total || chosen.length >= options.maxShapes) break;
    chosen.push(shape);
    covered += shape.weight;
  }
  return chosen;
}
