import type { Config } from '@backstage/config';
import {
  ACCELERATOR_KINDS,
  AcceleratorRegistry,
  type AcceleratorRule,
} from '@fairway/plugin-gpu-capacity-common';
import { z } from 'zod/v4';

/** Configuration of the plugin, read once. */
export interface GpuCapacityConfig {
  /** Absent: every cluster. */
  readonly clusters: readonly string[] | undefined;
  readonly registry: AcceleratorRegistry;
  /** Entity refs of the groups that may know the names of all pods. */
  readonly platformTeams: readonly string[];
}

const kindSchema = z.enum(ACCELERATOR_KINDS);

/** @throws where a value has the wrong type or form */
export function readGpuCapacityConfig(config: Config): GpuCapacityConfig {
  const own = config.getOptionalConfig('gpuCapacity');
  return {
    clusters: own?.getOptionalStringArray('clusters'),
    registry: AcceleratorRegistry.create({
      rules: own?.getOptionalConfigArray('accelerators')?.map(readRule),
      instanceTypes: new Map(
        own
          ?.getOptionalConfigArray('products')
          ?.map(product => [
            product.getString('instanceType'),
            product.getString('product'),
          ]),
      ),
    }),
    platformTeams: (own?.getOptionalStringArray('platformTeams') ?? []).map(
      ref => ref.toLocaleLowerCase('en-US'),
    ),
  };
}

function readRule(config: Config): AcceleratorRule {
  const resource = config.getString('resource');
  const kind = kindSchema.safeParse(config.getString('kind'));
  if (!kind.success) {
    throw new Error(
      `The kind of the accelerator ${resource} must be one of ${ACCELERATOR_KINDS.join(
        ', ',
      )}`,
    );
  }
  return {
    pattern: patternOf(resource),
    kind: kind.data,
    unitsPerDevice: config.getOptionalNumber('unitsPerDevice'),
  };
}

/** A name in which `*` stands for anything. */
function patternOf(resource: string): RegExp {
  const parts = resource
    .split('*')
    .map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]*')}$`);
}
