import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { ClusterResourcesService } from '@fairway/kubernetes-resources';
import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod/v4';
import { expectOk } from './expectOk';
import {
  ANNOTATION_PROJECT_COMPONENT,
  KARGO_PROJECTS,
  type KargoManifest,
} from './kargoProject';

const READY_TIMEOUT_MS = 60_000;
const POLL_MS = 500;

const projectSchema = z.object({
  metadata: z.object({
    annotations: z.record(z.string(), z.string()).optional(),
  }),
  status: z
    .object({
      conditions: z
        .array(
          z.object({
            type: z.string(),
            status: z.string(),
            message: z.string().optional(),
          }),
        )
        .optional(),
    })
    .optional(),
});

const namedSchema = z.object({
  kind: z.string(),
  metadata: z.object({ name: z.string() }),
});

type Readiness =
  | { readonly ready: true }
  | { readonly ready: false; readonly reason: string | undefined };

/** Applies the objects of a Kargo project in order; the same objects twice change nothing. */
export class KargoProjectWriter {
  static create(options: {
    readonly clusterResources: ClusterResourcesService;
    readonly controlPlane: string;
    readonly logger: LoggerService;
    readonly signal?: AbortSignal;
    /** How long to wait for the control plane to accept the project; 60 s by default. */
    readonly readyTimeoutMs?: number;
  }): KargoProjectWriter {
    return new KargoProjectWriter(options);
  }

  readonly #clusterResources: ClusterResourcesService;
  readonly #controlPlane: string;
  readonly #logger: LoggerService;
  readonly #signal: AbortSignal | undefined;
  readonly #readyTimeoutMs: number;

  private constructor(
    options: Parameters<(typeof KargoProjectWriter)['create']>[0],
  ) {
    this.#clusterResources = options.clusterResources;
    this.#controlPlane = options.controlPlane;
    this.#logger = options.logger;
    this.#signal = options.signal;
    this.#readyTimeoutMs = options.readyTimeoutMs ?? READY_TIMEOUT_MS;
  }

  /**
   * Gives each object as `kind/name` as soon as it exists.
   *
   * @throws `ConflictError` where the project belongs to another component, `NotAllowedError` where the cluster refuses,
   * `InputError` where it finds an object invalid, `NotFoundError` where no cluster has the name of the control plane,
   * `ServiceUnavailableError` where it cannot be reached or the project does not become ready
   */
  async *write(
    manifests: readonly KargoManifest[],
    owner: { readonly project: string; readonly entityRef: string },
  ): AsyncGenerator<string, void, undefined> {
    this.#signal?.throwIfAborted();
    await this.#assertOwnOrAbsent(owner);
    for (const { object, resource, namespace } of manifests) {
      this.#signal?.throwIfAborted();
      const { kind, metadata } = namedSchema.parse(object);
      const name = `${kind}/${metadata.name}`;
      expectOk(
        `apply ${name} on ${this.#controlPlane}`,
        await this.#clusterResources.apply({
          cluster: this.#controlPlane,
          resource,
          namespace,
          object,
          fieldManager: fieldManagerOf(owner.entityRef),
        }),
      );
      this.#logger.info(`Applied ${name}`);
      yield name;
      // The control plane makes the namespace; nothing can be applied into it before.
      if (kind === 'Project') await this.#untilReady(owner.project);
    }
  }

  async #assertOwnOrAbsent(owner: {
    readonly project: string;
    readonly entityRef: string;
  }) {
    const found = await this.#getProject(owner.project);
    if (!found.ok && found.reason === 'not-found') return;
    const project = projectSchema.safeParse(
      expectOk(`read Project/${owner.project} on ${this.#controlPlane}`, found),
    );
    const component =
      project.data?.metadata.annotations?.[ANNOTATION_PROJECT_COMPONENT];
    if (component !== owner.entityRef) {
      throw new ConflictError(
        `The Kargo project ${owner.project} exists on ${
          this.#controlPlane
        } and belongs to ${
          component ?? 'no golden path'
        }. Choose another name.`,
      );
    }
    this.#logger.info(`Adopting the Kargo project ${owner.project}`);
  }

  async #untilReady(project: string) {
    const deadline = Date.now() + this.#readyTimeoutMs;
    for (;;) {
      this.#signal?.throwIfAborted();
      const found = await this.#getProject(project);
      const readiness: Readiness = found.ok
        ? readinessOf(found.value)
        : { ready: false, reason: found.message };
      if (readiness.ready) return;
      if (Date.now() >= deadline) {
        throw new ServiceUnavailableError(
          `The Kargo project ${project} exists on ${
            this.#controlPlane
          } but is not ready after ${this.#readyTimeoutMs / 1000} s: ${
            readiness.reason ??
            'the Kargo controller has not reported on it; is it running?'
          } Run the template again with the same answers to go on.`,
        );
      }
      await delay(POLL_MS, undefined, { signal: this.#signal });
    }
  }

  #getProject(name: string) {
    return this.#clusterResources.get({
      cluster: this.#controlPlane,
      resource: KARGO_PROJECTS,
      name,
    });
  }
}

/**
 * One manager a component: when two components go for the same name at the same moment, the API server refuses the
 * second as a conflict of managers, although both found the name free.
 */
function fieldManagerOf(entityRef: string): string {
  const digest = createHash('sha256').update(entityRef).digest('hex');
  return `fairway-golden-path-${digest.slice(0, 16)}`;
}

function readinessOf(project: JsonObject): Readiness {
  const condition = projectSchema
    .safeParse(project)
    .data?.status?.conditions?.find(({ type }) => type === 'Ready');
  return condition?.status === 'True'
    ? { ready: true }
    : { ready: false, reason: condition?.message };
}
