import type { FreightCollection, Stage } from './stage';

/** What is in a stage, in one name and one version; `undefined` where there is nothing. */
export function heldFreight({ items }: FreightCollection): Stage['freight'] {
  if (items.length === 0) return undefined;
  const versions = items.map(({ version }) => version).filter(Boolean);
  return {
    name: items.map(({ name }) => name).join(', '),
    version: versions.length === 0 ? undefined : versions.join(', '),
  };
}
