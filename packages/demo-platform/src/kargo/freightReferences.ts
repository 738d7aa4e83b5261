import { createHash } from 'node:crypto';
import type { JsonObject } from '@backstage/types';
import type { Freight } from './kargoSchemas';

/** What Stages and Promotions keep of a Freight, so that history outlives it. */
export function freightReference(freight: Freight): JsonObject {
  return JSON.parse(
    JSON.stringify({
      name: freight.metadata.name,
      origin: freight.origin,
      ...(freight.commits && { commits: freight.commits }),
      ...(freight.images && { images: freight.images }),
    }),
  );
}

/** A FreightCollection of one Freight. */
export function freightCollection(freight: Freight): JsonObject {
  const key = `${freight.origin.kind}/${freight.origin.name}`;
  return {
    id: createHash('sha1').update(freight.metadata.name).digest('hex'),
    items: { [key]: freightReference(freight) },
  };
}
