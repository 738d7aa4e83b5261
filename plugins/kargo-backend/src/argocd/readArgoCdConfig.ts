import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { z } from 'zod/v4';

const KEY = 'kargo.argocd';
const name = z.string().min(1).max(253);

const configSchema = z.record(
  name,
  z.record(name, z.strictObject({ cluster: name, namespace: name.optional() })),
);

/** Where the Argo CD of a shard is. */
export interface ArgoCdPlace {
  /** Name of the cluster in the `kubernetes` configuration. */
  readonly cluster: string;
  /** Where its AppProjects are; anywhere by default. */
  readonly namespace?: string;
}

/** By control plane, then by shard; the empty one is that of stages that name none. */
export type ArgoCdPlaces = ReadonlyMap<
  string,
  ReadonlyMap<string, ArgoCdPlace>
>;

/** @throws `InputError` where the configuration is wrong: windows that were meant to be read must not be left out */
export function readArgoCdConfig(config: RootConfigService): ArgoCdPlaces {
  const read = configSchema.safeParse(config.getOptional(KEY) ?? {});
  if (!read.success) {
    throw new InputError(
      `The configuration ${KEY} is wrong. ${z.prettifyError(read.error)}`,
    );
  }
  return new Map(
    Object.entries(read.data).map(([controlPlane, shards]) => [
      controlPlane,
      new Map(
        Object.entries(shards).map(([shard, place]) => [
          shard === 'default' ? '' : shard,
          place,
        ]),
      ),
    ]),
  );
}
