import { parseEntityRef } from '@backstage/catalog-model';
import type { IndexableDocument } from '@backstage/plugin-search-common';
import type { KargoSearchDocument } from '@fairway/plugin-kargo-common';

/** A stage or a piece of freight in the index. */
export interface KargoIndexDocument extends IndexableDocument {
  readonly kind: KargoSearchDocument['kind'];
  readonly entityRef: string;
  readonly project: string;
  readonly controlPlane: string;
  readonly stage?: string;
  readonly version?: string;
}

/**
 * A document as the index keeps it; it leads to the tab of its entity.
 *
 * @param locationTemplate - path with `:kind`, `:namespace` and `:name`
 */
export function indexableDocument(
  { selection, ...document }: KargoSearchDocument,
  locationTemplate: string,
): KargoIndexDocument {
  const { entityRef } = document;
  const entity = new Map(
    Object.entries(parseEntityRef(entityRef)).map(([part, value]) => [
      `:${part}`,
      encodeURIComponent(value.toLocaleLowerCase('en-US')),
    ]),
  );
  const path = locationTemplate.replace(
    /:(kind|namespace|name)(?![a-z])/g,
    part => entity.get(part) ?? part,
  );
  return {
    ...document,
    location: `${path}?${new URLSearchParams(selection)}`,
    authorization: { resourceRef: entityRef },
  };
}
