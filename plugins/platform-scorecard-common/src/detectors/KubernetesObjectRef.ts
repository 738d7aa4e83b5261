/**
 * Which object of a cluster it is.
 *
 * @public
 */
export interface KubernetesObjectRef {
  readonly uid: string | undefined;
  readonly apiVersion: string;
  readonly kind: string;
  /** `undefined` for objects of the cluster. */
  readonly namespace: string | undefined;
  readonly name: string;
}

/** API group of an `apiVersion`; the core group is empty. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

/** What tells an object from all others: its uid, or its name where it has none. */
export function objectKey({
  uid,
  kind,
  namespace,
  name,
}: KubernetesObjectRef): string {
  return uid ?? `${kind}/${namespace ?? ''}/${name}`;
}
