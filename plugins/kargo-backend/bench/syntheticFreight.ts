import type { JsonObject } from '@backstage/types';
import { FREIGHT_PER_WAREHOUSE, STAGES } from './estate';
import { hex, isoTime } from '@fairway/benchmarks';

const HOUR_MS = 3_600_000;

/** A piece of freight of a warehouse; 0 is the oldest. */
export interface FreightKey {
  readonly project: string;
  readonly warehouse: string;
  readonly generation: number;
}

export function freightName(key: FreightKey): string {
  return hex(`freight/${key.project}/${key.warehouse}/${key.generation}`);
}

/** The generation that is in stages of a level: each level is one behind the one before. */
export function generationAt(level: number): number {
  return FREIGHT_PER_WAREHOUSE - 1 - level;
}

export function artifactsOf(key: FreightKey) {
  const { project, warehouse, generation } = key;
  return {
    commits: [
      {
        repoURL: `https://git.example.com/${project}/${warehouse}.git`,
        id: hex(`commit/${freightName(key)}`),
        branch: 'main',
        message: `Release ${generation} of ${warehouse}\n\nSigned-off-by: Somebody <somebody@example.com>`,
        author: 'Somebody <somebody@example.com>',
        committer: 'Somebody <somebody@example.com>',
      },
    ],
    images: [
      {
        repoURL: `registry.example.com/${project}/${warehouse}`,
        tag: `1.${generation}.0`,
        digest: `sha256:${hex(`image/${freightName(key)}`)}${hex('rest', 24)}`,
        annotations: { 'org.opencontainers.image.source': 'example' },
      },
    ],
  };
}

/** When it was found: one piece every 12 hours, the newest an hour ago. */
export function discoveredMs({ generation }: FreightKey, nowMs: number) {
  const age = (FREIGHT_PER_WAREHOUSE - 1 - generation) * 12 + 1;
  return nowMs - age * HOUR_MS;
}

/** A `freights` object that the stages up to its own level have, or had and verified. */
export function syntheticFreight(key: FreightKey, nowMs: number): JsonObject {
  const { project, warehouse, generation } = key;
  const stages = STAGES.filter(
    stage => stage.project === project && stage.warehouse === warehouse,
  );
  const since = isoTime(discoveredMs(key, nowMs) + HOUR_MS / 2);
  return {
    apiVersion: 'kargo.akuity.io/v1alpha1',
    kind: 'Freight',
    metadata: {
      name: freightName(key),
      namespace: project,
      uid: hex(`uid/${freightName(key)}`, 32),
      resourceVersion: String(1_000 + generation),
      creationTimestamp: isoTime(discoveredMs(key, nowMs)),
      labels: { 'kargo.akuity.io/alias': `alias-${warehouse}-${generation}` },
      managedFields: [{ manager: 'kargo', fieldsV1: { padding: hex('m') } }],
    },
    alias: `alias-${warehouse}-${generation}`,
    origin: { kind: 'Warehouse', name: warehouse },
    discoveredAt: isoTime(discoveredMs(key, nowMs)),
    ...artifactsOf(key),
    status: {
      currentlyIn: Object.fromEntries(
        stages
          .filter(({ level }) => generationAt(level) === generation)
          .map(({ name }) => [name, { since }]),
      ),
      verifiedIn: Object.fromEntries(
        stages
          .filter(({ level }) => generationAt(level) >= generation)
          .map(({ name }) => [
            name,
            { verifiedAt: since, longestSoak: '1h0m0s' },
          ]),
      ),
    },
  };
}
