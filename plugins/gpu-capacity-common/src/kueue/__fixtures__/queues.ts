import { readClusterQueue, type ClusterQueue } from '../clusterQueue';
import { readCohort, type Cohort } from '../cohort';

/** Nominal quota, borrowing limit, lending limit; an empty text leaves a limit away. */
export type QuotaLiteral = readonly [
  nominal: string,
  borrowing?: string,
  lending?: string,
];

type Quotas = Readonly<Record<string, QuotaLiteral>>;

/** One resource group for one resource, with quota by flavor in the order given. */
export function resourceGroup(resource: string, flavors: Quotas): object {
  return {
    coveredResources: [resource],
    flavors: Object.entries(flavors).map(
      ([name, [nominalQuota, borrowingLimit, lendingLimit]]) => ({
        name,
        resources: [
          {
            name: resource,
            nominalQuota,
            ...(borrowingLimit && { borrowingLimit }),
            ...(lendingLimit && { lendingLimit }),
          },
        ],
      }),
    ),
  };
}

function usage(resource: string, totals: Readonly<Record<string, string>>) {
  return Object.entries(totals).map(([name, total]) => ({
    name,
    resources: [{ name: resource, total, borrowed: '0' }],
  }));
}

/** A queue for one resource; what it holds is zero where nothing is said. */
export function clusterQueue(options: {
  readonly name: string;
  readonly cohort?: string;
  readonly resource?: string;
  readonly quotas: Quotas;
  readonly reserved?: Readonly<Record<string, string>>;
  readonly used?: Readonly<Record<string, string>>;
  readonly spec?: object;
  readonly status?: object | null;
}): ClusterQueue {
  const resource = options.resource ?? 'nvidia.com/gpu';
  const none = Object.fromEntries(
    Object.keys(options.quotas).map(flavor => [flavor, '0']),
  );
  const reserved = { ...none, ...options.reserved };
  return readClusterQueue({
    metadata: { name: options.name },
    spec: {
      cohortName: options.cohort,
      namespaceSelector: {},
      resourceGroups: [resourceGroup(resource, options.quotas)],
      ...options.spec,
    },
    status:
      options.status === null
        ? undefined
        : {
            flavorsReservation: usage(resource, reserved),
            flavorsUsage: usage(resource, { ...reserved, ...options.used }),
            ...options.status,
          },
  });
}

/** A cohort with quota of its own for one resource. */
export function cohort(
  name: string,
  options: {
    readonly parent?: string;
    readonly resource?: string;
    readonly quotas?: Quotas;
  } = {},
): Cohort {
  return readCohort({
    metadata: { name },
    spec: {
      parentName: options.parent,
      ...(options.quotas && {
        resourceGroups: [
          resourceGroup(options.resource ?? 'nvidia.com/gpu', options.quotas),
        ],
      }),
    },
  });
}
