import { NotFoundError } from '@backstage/errors';
import { compareNewestFirst, type Freight } from '@fairway/plugin-kargo-common';

/**
 * The freight that a text names: by its name, else by its alias, else the newest of that version.
 *
 * @throws `NotFoundError` where there is none
 */
export function findFreight(text: string, all: readonly Freight[]): Freight {
  const found =
    all.find(({ name }) => name === text) ??
    all.find(({ alias }) => alias === text) ??
    all.filter(({ version }) => version === text).sort(compareNewestFirst)[0];
  if (!found) throw new NotFoundError(`There is no freight ${text}`);
  return found;
}
