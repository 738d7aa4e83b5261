import type { CompoundEntityRef } from '@backstage/catalog-model';

/**
 * Path of an entity in the HTTP API of a plugin, as its backend reads it.
 *
 * @public
 */
export function entityPath(entity: CompoundEntityRef): string {
  const parts = [entity.kind, entity.namespace, entity.name];
  return `/entities/${parts.map(encodeURIComponent).join('/')}`;
}
