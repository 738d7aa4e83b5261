import { toError } from '@backstage/errors';
import type { ClusterResourcesService } from '@fairway/kubernetes-resources';
import type { ExecutorSupport } from '@fairway/plugin-kargo-common';
import type { CallerOptions, People } from '../../approvals/People';
import type {
  ActionExecutor,
  Assignment,
  ExecutionOutcome,
  WorkAction,
} from '../ActionExecutor';
import { abortPromotion } from './abortPromotion';
import { createPromotion } from './createPromotion';
import { KUBERNETES_SUPPORT } from './kubernetesSupport';
import type { PersonIdentities } from './PersonIdentities';
import { personRights } from './personRights';

/** What the API server asks for itself; the right to promote is asked for by Kargo's webhook, in both. */
const RIGHT_ON_PROMOTIONS: Partial<Record<WorkAction, string>> = {
  promote: 'create',
  abort: 'patch',
};

/**
 * Acts at the Kubernetes API as the person who asked, so that Kargo's webhook asks for the rights of that person and
 * records them.
 *
 * @see akuity/kargo pkg/webhook/kubernetes/promotion/webhook.go
 */
export class KubernetesExecutor implements ActionExecutor {
  readonly #clusterResources: ClusterResourcesService;
  readonly #identities: PersonIdentities;
  readonly #people: People;

  constructor(options: {
    readonly clusterResources: ClusterResourcesService;
    readonly identities: PersonIdentities;
    readonly people: People;
  }) {
    this.#clusterResources = options.clusterResources;
    this.#identities = options.identities;
    this.#people = options.people;
  }

  supportOf(action: WorkAction): ExecutorSupport {
    return KUBERNETES_SUPPORT[action];
  }

  async access(
    question: Parameters<ActionExecutor['access']>[0],
    options: CallerOptions,
  ): ReturnType<ActionExecutor['access']> {
    const { action, controlPlane, project, stage } = question;
    const verb = RIGHT_ON_PROMOTIONS[action];
    if (!verb) return { status: 'unknown', reason: 'it is not done this way' };
    try {
      const caller = await this.#people.callerOf(options);
      return await personRights(
        {
          cluster: controlPlane,
          namespace: project,
          person: await this.#identities.identify(caller, options),
          rights: [
            { verb, resource: 'promotions' },
            // Kargo's own verb: who may create Promotions may not promote to every stage.
            { verb: 'promote', resource: 'stages', name: stage },
          ],
        },
        this.#clusterResources,
      );
    } catch (error) {
      return { status: 'unknown', reason: toError(error).message };
    }
  }

  async execute(
    assignment: Assignment,
    options: CallerOptions,
  ): Promise<ExecutionOutcome> {
    const { work, caller } = assignment;
    const identify = () => this.#identities.identify(caller, options);
    switch (work.action) {
      case 'promote':
        return createPromotion(
          assignment,
          work,
          await identify(),
          this.#clusterResources,
        );
      case 'abort':
        return abortPromotion(
          assignment,
          work,
          await identify(),
          this.#clusterResources,
        );
      default: {
        const support = this.supportOf(work.action);
        return {
          status: 'refused',
          reason: support.supported ? 'It is not done here.' : support.reason,
        };
      }
    }
  }
}
