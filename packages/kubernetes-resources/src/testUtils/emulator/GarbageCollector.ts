import type { KubernetesObject } from './KubernetesObject';
import { isJsonObject } from './KubernetesObject';
import type { ObjectReference, ResourceReference } from './ResourceReader';

export interface Dependent {
  readonly resource: ResourceReference;
  readonly object: ObjectReference;
}

function ownerUids(object: KubernetesObject): readonly string[] {
  const references = object.metadata.ownerReferences;
  return (Array.isArray(references) ? references : [])
    .filter(isJsonObject)
    .flatMap(reference =>
      typeof reference.uid === 'string' ? [reference.uid] : [],
    );
}

/** Knows which objects name which owner, so that they go when the last of their owners goes. */
export class GarbageCollector {
  readonly #dependents = new Map<string, Map<string, Dependent>>();

  stored(resource: ResourceReference, object: KubernetesObject): void {
    const { name, namespace, uid } = object.metadata;
    for (const owner of ownerUids(object)) {
      const dependents = this.#dependents.get(owner) ?? new Map();
      dependents.set(String(uid), { resource, object: { name, namespace } });
      this.#dependents.set(owner, dependents);
    }
  }

  /** @returns what has lost its last owner with `object`. */
  removed(object: KubernetesObject): readonly Dependent[] {
    const uid = String(object.metadata.uid);
    for (const owner of ownerUids(object)) {
      this.#dependents.get(owner)?.delete(uid);
    }
    const dependents = [...(this.#dependents.get(uid)?.values() ?? [])];
    this.#dependents.delete(uid);
    return dependents.filter(
      dependent =>
        ![...this.#dependents.values()].some(others =>
          [...others.values()].includes(dependent),
        ),
    );
  }
}
