import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type {
  ClusterResourcesService,
  ResourceResult,
} from '@fairway/kubernetes-resources';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod/v4';
import {
  ANNOTATION_PROJECT_COMPONENT,
  KARGO_PROJECTS,
  type KargoManifest,
} from './kargoProject';

const FIELD_MANAGER = 'fairway-golden-path';
const READY_TIMEOUT_MS = 60_000;
const POLL_MS = 500;

const projectSchema = z.object({
  metadata: z.object({
    annotations: z.record(z.string(), z.string()).optional(),
  }),
  status: z
    .object({
      conditions: z
        .array(z.object({ type: z.string(), status: z.string() }))
        .optional(),
    })
    .optional(),
});

/** Applies the objects of a Kargo project in order; the same objects twice change nothing. */
export class KargoProjectWriter {
  readonly #clusterResources: ClusterResourcesService;
  readonly #controlPlane: string;
  readonly #logger: LoggerService;
  readonly #signal: AbortSignal | undefined;

  constructor(options: {
    readonly clusterResources: ClusterResourcesService;
    readonly controlPlane: string;
    readonly logger: LoggerService;
    readonly signal?: AbortSignal;
  }) {
    this.#clusterResources = options.clusterResources;
    this.#controlPlane = options.controlPlane;
    this.#logger = options.logger;
    this.#signal = options.signal;
  }

  /**
   * Gives what now exists as `kind/name`.
   *
   * @throws `ConflictError` where the project belongs to another component, `NotAllowedError` where the cluster refuses,
   * `ServiceUnavailableError` where it cannot be reached or the project does not become ready
   */
  async write(
    manifests: readonly KargoManifest[],
    owner: { readonly project: string; readonly entityRef: string },
  ): Promise<string[]> {
    await this.#assertOwnOrAbsent(owner);
    const created: string[] = [];
    for (const manifest of manifests) {
      const { kind, metadata } = nameOf(manifest.object);
      const name = `${kind}/${metadata.name}`;
      expectOk(
        `apply ${name}`,
        await this.#clusterResources.apply({
          cluster: this.#controlPlane,
          resource: manifest.resource,
          namespace: manifest.namespace,
          object: manifest.object,
          fieldManager: FIELD_MANAGER,
        }),
      );
      created.push(name);
      this.#logger.info(`Applied ${name}`);
      // The control plane makes the namespace; nothing can be applied into it before.
      if (kind === 'Project') await this.#untilReady(owner.project);
    }
    return created;
  }

  async #assertOwnOrAbsent(owner: {
    readonly project: string;
    readonly entityRef: string;
  }) {
    const found = await this.#getProject(owner.project);
    if (!found.ok && found.reason === 'not-found') return;
    const project = expectOk(`read project ${owner.project}`, found);
    const component =
      projectSchema.parse(project).metadata.annotations?.[
        ANNOTATION_PROJECT_COMPONENT
      ];
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
    const deadline = Date.now() + READY_TIMEOUT_MS;
    while (Date.now() < deadline) {
      this.#signal?.throwIfAborted();
      const found = await this.#getProject(project);
      if (found.ok && isReady(found.value)) return;
      await delay(POLL_MS, undefined, { signal: this.#signal });
    }
    throw new ServiceUnavailableError(
      `The Kargo project ${project} exists on ${
        this.#controlPlane
      } but is not ready after ${
        READY_TIMEOUT_MS / 1000
      } s. Is the Kargo controller running? Run the template again with the same answers to go on.`,
    );
  }

  #getProject(name: string) {
    return this.#clusterResources.get({
      cluster: this.#controlPlane,
      resource: KARGO_PROJECTS,
      name,
    });
  }
}

function isReady(project: JsonObject): boolean {
  const parsed = projectSchema.safeParse(project);
  return (
    parsed.success &&
    parsed.data.status?.conditions?.some(
      condition => condition.type === 'Ready' && condition.status === 'True',
    ) === true
  );
}

function nameOf(object: JsonObject) {
  return z
    .object({ kind: z.string(), metadata: z.object({ name: z.string() }) })
    .parse(object);
}

function expectOk<T>(what: string, result: ResourceResult<T>): T {
  if (result.ok) return result.value;
  const message = `Could not ${what}: ${result.message}`;
  switch (result.reason) {
    case 'forbidden':
    case 'unauthorized':
      throw new NotAllowedError(message);
    case 'conflict':
    case 'invalid':
      throw new ConflictError(message);
    case 'absent':
      throw new ServiceUnavailableError(
        `${message}. Is Kargo installed in this cluster?`,
      );
    default:
      throw new ServiceUnavailableError(message);
  }
}
