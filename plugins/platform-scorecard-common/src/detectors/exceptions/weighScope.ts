import { matchesAnyGlob } from '../glob';
import type { Workload } from '../Workload';
import type { WorkloadNamespace } from '../WorkloadNamespace';
import { admittedObjects, type AdmittedObject } from './AdmittedObject';
import type { Coverage } from './Coverage';
import type { ExceptionScope } from './ExceptionScope';
import type { PolicyException } from './PolicyException';

/** Workloads as policies see them: each as itself and as its pods. */
type Admitted = ReadonlyArray<
  readonly [itself: AdmittedObject, pod: AdmittedObject]
>;

/** Everything that exceptions are weighed against. */
export interface Population {
  readonly teams: Admitted;
  readonly system: Admitted;
  /** Patterns of the namespaces in which no team delivers. */
  readonly ignoredNamespaces: readonly string[];
}

/** Tells apart the workloads of teams and those of the system. */
export function populationOf(
  workloads: readonly Workload[],
  namespaces: readonly WorkloadNamespace[],
  ignoredNamespaces: readonly string[],
): Population {
  const byName = new Map(
    namespaces.map(namespace => [namespace.name, namespace]),
  );
  const teams: Admitted[number][] = [];
  const system: Admitted[number][] = [];
  for (const workload of workloads) {
    const { namespace } = workload.ref;
    const side = matchesAnyGlob(ignoredNamespaces, namespace) ? system : teams;
    side.push(admittedObjects(workload, byName.get(namespace)));
  }
  return { teams, system, ignoredNamespaces };
}

function either(a: Coverage, b: Coverage): Coverage {
  if (a === 'yes' || b === 'yes') {
    return 'yes';
  }
  return a === 'maybe' ? a : b;
}

function weigh(
  { coverage }: ExceptionScope,
  admitted: Admitted,
): PolicyException['weight'] {
  let workloads = 0;
  let exact = true;
  for (const [itself, pod] of admitted) {
    const covered = either(coverage(itself), coverage(pod));
    if (covered !== 'no') {
      workloads += 1;
      exact = exact && covered === 'yes';
    }
  }
  return { workloads, exact };
}

/** Workloads of teams that an exception covers. */
export function weighScope(
  scope: ExceptionScope,
  { teams }: Population,
): PolicyException['weight'] {
  return weigh(scope, teams);
}

/** By the names of the namespaces to which it is limited, or else by what it covers now. */
export function coversOnlySystem(
  scope: ExceptionScope,
  { teams, system, ignoredNamespaces }: Population,
): boolean {
  if (scope.namespaces?.length) {
    return scope.namespaces.every(pattern =>
      matchesAnyGlob(ignoredNamespaces, pattern),
    );
  }
  return (
    weigh(scope, teams).workloads === 0 && weigh(scope, system).workloads > 0
  );
}
