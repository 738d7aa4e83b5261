import { z } from 'zod/v4';
import { minorVersion } from './kargoVersion';
import { objectMetaSchema } from './objectMeta';

const LABEL_COMPONENT = 'app.kubernetes.io/component';
const LABEL_VERSION = 'app.kubernetes.io/version';

/** Label by which the Deployments of Kargo's chart are selected. @public */
export const KARGO_WORKLOAD_SELECTOR = 'app.kubernetes.io/name=kargo';

const deploymentSchema = z.object({
  metadata: objectMetaSchema,
  spec: z.object({
    template: z.object({
      spec: z.object({
        containers: z.array(z.object({ image: z.string().optional() })),
      }),
    }),
  }),
});

/**
 * A Deployment of Kargo's chart, which tells which version of Kargo runs.
 *
 * @public
 */
export interface KargoWorkload {
  readonly name: string;
  /** `api`, `controller` and others. */
  readonly component: string | undefined;
  /** For example `v1.11.2`. */
  readonly version: string | undefined;
}

/**
 * Reads a Deployment of Kargo's chart. The tag of the image says what runs; the label says which chart it came with, and
 * counts where the image has no version for a tag.
 *
 * @see akuity/kargo charts/kargo/templates/_helpers.tpl, `kargo.labels` and `kargo.image`
 *
 * @throws `ZodError` on a malformed object
 *
 * @public
 */
export function readKargoWorkload(object: unknown): KargoWorkload {
  const { metadata, spec } = deploymentSchema.parse(object);
  const labels = metadata.labels ?? {};
  const tags = spec.template.spec.containers.map(
    ({ image }) => /:([^:/@]+)(?:@.*)?$/.exec(image ?? '')?.[1],
  );
  return {
    name: metadata.name,
    component: labels[LABEL_COMPONENT],
    version:
      tags.find(tag => minorVersion(tag) !== undefined) ??
      (labels[LABEL_VERSION] || undefined),
  };
}

/**
 * Version of the control plane itself, by its API server.
 *
 * @public
 */
export function controlPlaneVersion(
  workloads: readonly KargoWorkload[],
): string | undefined {
  return workloads.find(({ component }) => component === 'api')?.version;
}

/**
 * Version of the controller that holds a lease: the holder is the pod, which has the name of its Deployment. A controller
 * in another cluster has no Deployment here, so its version stays unknown.
 *
 * @param holder - `spec.holderIdentity` of the lease
 *
 * @see akuity/kargo pkg/heartbeat/renewer.go
 *
 * @public
 */
export function controllerVersion(
  holder: string | undefined,
  workloads: readonly KargoWorkload[],
): string | undefined {
  const deployment = holder?.replace(/-[a-z0-9]+-[a-z0-9]{5}$/, '');
  return workloads.find(
    ({ component, name }) => component === 'controller' && name === deployment,
  )?.version;
}
