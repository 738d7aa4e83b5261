/** Who asked the portal for a promotion: an entity ref, or the subject of a service. @public */
export const ANNOTATION_REQUESTED_BY = 'kargo.fairway.dev/requested-by';

/** The agent that asked the portal in the name of a person or a service. @public */
export const ANNOTATION_AGENT = 'kargo.fairway.dev/agent';

/** The person for whom a service asked the portal. @public */
export const ANNOTATION_ON_BEHALF_OF = 'kargo.fairway.dev/on-behalf-of';

/** Why the portal was asked. @public */
export const ANNOTATION_REASON = 'kargo.fairway.dev/reason';

/** Id of the request that the portal recorded in its ledger before it acted. @public */
export const ANNOTATION_REQUEST = 'kargo.fairway.dev/request';

/** A request to abort a promotion, in which Kargo records who asked. */
export const ANNOTATION_ABORT = 'kargo.akuity.io/abort';

const KEPT = [
  ANNOTATION_REQUESTED_BY,
  ANNOTATION_AGENT,
  ANNOTATION_ON_BEHALF_OF,
  ANNOTATION_REASON,
  ANNOTATION_REQUEST,
  ANNOTATION_ABORT,
];

/** Annotations of an object, by their key. @public */
export type Annotations = Readonly<Record<string, string>>;

/** The annotations that the portal reads; `undefined` where there is none of them, as in most objects. */
export function keptAnnotations(
  annotations: Annotations | undefined,
): Annotations | undefined {
  const kept = Object.entries(annotations ?? {}).filter(([key]) =>
    KEPT.includes(key),
  );
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
