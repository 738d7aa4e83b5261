import { parseEntityRef } from '@backstage/catalog-model';
import type { IndexableDocument } from '@backstage/plugin-search-common';
import type { GpuSearchDocument } from '@fairway/plugin-gpu-capacity-common';

/** A pool or cluster in the index. */
export interface GpuIndexDocument extends IndexableDocument {
  readonly kind: GpuSearchDocument['kind'];
  readonly entityRef: string;
  readonly cluster: string;
  readonly products: string[];
}

/**
 * A document as the index keeps it; it leads to the tab of its entity.
 *
 * @param locationTemplate - path with `:kind`, `:namespace` and `:name`
 */
export function indexableDocument(
  document: GpuSearchDocument,
  locationTemplate: string,
): GpuIndexDocument {
  const { entityRef } = document;
  const entity = new Map(
    Object.entries(parseEntityRef(entityRef)).map(([part, value]) => [
      `:${part}`,
      encodeURIComponent(value.toLocaleLowerCase('en-US')),
    ]),
  );
  return {
    ...document,
    location: locationTemplate.replace(
      /:(kind|namespace|name)(?![a-z])/g,
      part => entity.get(part) ?? part,
    ),
    authorization: { resourceRef: entityRef },
  };
}
