import {
  KubernetesApiError,
  type KubernetesApiEmulator,
  type KubernetesObject,
  type UserInfo,
} from '@fairway/kubernetes-resources/testUtils';
import { KARGO_GROUP, kargoResources } from '../kargoResources';
import { API_SERVER_USER } from '../PromotionAdmission';
import { KargoApiError } from './KargoApiError';

type Kind = 'stages' | 'freights' | 'promotions' | 'warehouses';

/** A signed-in person in one project of one control plane, whose rights are asked for as Kargo's API server does. */
export class KargoApiSession {
  readonly #emulator: KubernetesApiEmulator;
  readonly project: string;
  readonly user: UserInfo;

  /** @throws KargoApiError where the token is none, or the project does not exist */
  constructor(options: {
    readonly emulator: KubernetesApiEmulator;
    readonly authorization: string | undefined;
    readonly project: string;
  }) {
    const { emulator, authorization, project } = options;
    const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
    if (!token) throw new KargoApiError(401, 'no token provided');
    const user = emulator.authenticate(token);
    if (!user) throw new KargoApiError(401, 'invalid token');
    const found = emulator.store.get(kargoResources.projects, {
      name: project,
    });
    if (!found) {
      throw new KargoApiError(
        404,
        `projects.${KARGO_GROUP} "${project}" not found`,
      );
    }
    this.#emulator = emulator;
    this.project = project;
    this.user = user;
  }

  get store() {
    return this.#emulator.store;
  }

  /** How Kargo writes down who it was. */
  get actor(): string {
    return `kubernetes:${this.user.name}`;
  }

  /** @throws KargoApiError where the person has not the right */
  require(verb: string, kind: Kind, name: string, subresource?: string): void {
    const allowed = this.#emulator.allows(this.user, {
      verb,
      group: KARGO_GROUP,
      resource: kind,
      subresource,
      namespace: this.project,
      name,
    });
    if (!allowed) {
      throw new KargoApiError(
        403,
        `${kind}.${KARGO_GROUP} "${name}" is forbidden: ${verb} is not permitted`,
      );
    }
  }

  /** @throws KargoApiError where there is none, with the words of Kubernetes unless others are given */
  get(kind: Kind, name: string, missing?: string): KubernetesObject {
    const found = this.store.get(kargoResources[kind], {
      namespace: this.project,
      name,
    });
    if (found) return found;
    throw new KargoApiError(
      404,
      missing ?? `${kind}.${KARGO_GROUP} "${name}" not found`,
    );
  }

  annotate(kind: Kind, name: string, key: string, value: string): void {
    this.store.patch(
      kargoResources[kind],
      { namespace: this.project, name },
      { metadata: { annotations: { [key]: value } } },
      { user: API_SERVER_USER },
    );
  }
}

/** @throws KargoApiError for what an admission webhook refuses */
export function asKargoError(error: unknown): KargoApiError {
  if (error instanceof KargoApiError) return error;
  return error instanceof KubernetesApiError && error.code < 500
    ? new KargoApiError(error.code, error.message)
    : new KargoApiError(500, 'internal server error');
}
