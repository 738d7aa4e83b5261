import type { PodShape } from '../model';
import type { ClusterState } from '../state';
import { fit, type FitAnswer, type FitOptions } from './fit';

/**
 * What a topology domain takes: the nodes that share the value of a label, such as a rack or an NVLink domain.
 *
 * @public
 */
export interface DomainFit {
  /** Values of the labels, from the outermost level on. */
  readonly domain: readonly string[];
  readonly slots: number;
  readonly answer: FitAnswer;
}

/**
 * Whether replicas fit together within one domain. The domain with the smallest sufficient surplus comes first, as it
 * leaves the others whole; then those that do not suffice, the largest first. Nodes without one of the labels are in no
 * domain.
 *
 * @param labels - node labels that make the domain, from the outermost level on, as the levels of a Kueue topology
 *
 * @see kubernetes-sigs/kueue pkg/cache/scheduler/tas_flavor_snapshot.go
 *
 * @public
 */
export function fitByDomain(
  cluster: ClusterState,
  shape: PodShape,
  labels: readonly string[],
  options: FitOptions = {},
): readonly DomainFit[] {
  const replicas = options.replicas ?? 1;
  const domains = new Map<string, readonly string[]>();
  for (const state of cluster.nodes()) {
    const { node } = state;
    if (options.among && !options.among(state)) continue;
    const domain = labels.map(label => node.labels[label]);
    if (domain.every(value => value !== undefined)) {
      domains.set(JSON.stringify(domain), domain);
    }
  }
  return [...domains.values()]
    .map(domain => {
      const answer = fit(cluster, shape, {
        ...options,
        among: state =>
          (options.among?.(state) ?? true) &&
          labels.every(
            (label, level) => state.node.labels[label] === domain[level],
          ),
      });
      return { domain, slots: answer.slots, answer };
    })
    .sort(
      (a, b) =>
        Number(b.slots >= replicas) - Number(a.slots >= replicas) ||
        (a.slots >= replicas ? a.slots - b.slots : b.slots - a.slots) ||
        a.domain.join().localeCompare(b.domain.join()),
    );
}
