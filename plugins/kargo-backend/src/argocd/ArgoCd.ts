import type {
  ClusterResourcesService,
  ObservationState,
  ResourceObservation,
} from '@fairway/kubernetes-resources';
import {
  readArgoCdAppProject,
  type ArgoCdApplication,
  type ArgoCdAppProject,
  type Stage,
} from '@fairway/plugin-kargo-common';
import { APP_PROJECTS } from '../domain/argoCdResources';
import type { ArgoCdPlace } from './readArgoCdConfig';
import { WantedApplications } from './WantedApplications';

/** Where Argo CD is by its own documentation. */
const DEFAULT_NAMESPACE = 'argocd';

/** Stages come in numbers; so long they may before the watch begins again for what they name. */
const PAUSE_MS = 1_000;

/** An application with its project, or why they are not known. */
export type FoundApplication =
  | {
      readonly status: 'found';
      readonly application: ArgoCdApplication;
      readonly appProject: ArgoCdAppProject;
    }
  | { readonly status: 'unknown'; readonly reason: string };

/** One Argo CD, as far as the stages of a shard name its applications. Nothing is watched before one does. */
export class ArgoCd {
  readonly cluster: string;
  /** Whether somebody said that it is there; else it is looked for beside Kargo. */
  readonly configured: boolean;
  readonly #namespace: string | undefined;
  readonly #clusterResources: ClusterResourcesService;
  readonly #applications: WantedApplications;
  #appProjects: ResourceObservation<ArgoCdAppProject> | undefined;
  #pause: NodeJS.Timeout | undefined;

  constructor(options: {
    readonly place: ArgoCdPlace;
    readonly configured: boolean;
    readonly clusterResources: ClusterResourcesService;
  }) {
    const { place, configured, clusterResources } = options;
    this.cluster = place.cluster;
    this.configured = configured;
    this.#namespace = place.namespace;
    this.#clusterResources = clusterResources;
    this.#applications = new WantedApplications({
      cluster: place.cluster,
      clusterResources,
    });
  }

  /** How many applications the stages name. */
  get wanted(): number {
    return this.#applications.size;
  }

  want(app: Stage['argocdApps'][number]): void {
    this.#applications.want(this.#keyOf(app));
    if (this.#applications.isComplete()) return;
    this.#pause ??= setTimeout(() => this.#watch(), PAUSE_MS).unref();
  }

  /** Watches what is wanted by now, and waits for the first answers. */
  async settled(timeoutMs: number): Promise<void> {
    this.#watch();
    await Promise.all([
      this.#applications.observation?.settled({ timeoutMs }),
      this.#appProjects?.settled({ timeoutMs }),
    ]);
  }

  /** The worst of what is watched; `undefined` while no stage names an application. */
  state(): ObservationState | undefined {
    const states = [this.#applications.observation, this.#appProjects].flatMap(
      observation => observation?.snapshot().state ?? [],
    );
    return states.find(({ status }) => status !== 'live') ?? states[0];
  }

  find(app: Stage['argocdApps'][number]): FoundApplication {
    const key = this.#keyOf(app);
    const { observation } = this.#applications;
    const application = observation?.snapshot().items.get(key);
    if (!application) {
      return {
        status: 'unknown',
        reason: notThere(`the application ${key}`, observation),
      };
    }
    const appProject = this.#projectOf(application);
    return appProject
      ? { status: 'found', application, appProject }
      : {
          status: 'unknown',
          reason: notThere(
            `the project ${application.appProject} of the application ${key}`,
            this.#appProjects,
          ),
        };
  }

  close(): void {
    clearTimeout(this.#pause);
    this.#applications.close();
    this.#appProjects?.close();
  }

  #watch(): void {
    clearTimeout(this.#pause);
    this.#pause = undefined;
    if (this.#applications.size === 0) return;
    this.#applications.watch();
    this.#appProjects ??= this.#observeProjects();
  }

  #keyOf({ name, namespace }: Stage['argocdApps'][number]): string {
    return `${namespace ?? this.#namespace ?? DEFAULT_NAMESPACE}/${name}`;
  }

  /** Projects are where Argo CD is, applications need not be. */
  #projectOf(application: ArgoCdApplication): ArgoCdAppProject | undefined {
    const items = this.#appProjects?.snapshot().items;
    const at = (namespace: string) =>
      items?.get(`${namespace}/${application.appProject}`);
    if (this.#namespace) return at(this.#namespace);
    return at(application.namespace) ?? at(DEFAULT_NAMESPACE);
  }

  #observeProjects(): ResourceObservation<ArgoCdAppProject> {
    return this.#clusterResources.observe(
      {
        cluster: this.cluster,
        resource: APP_PROJECTS,
        ...(this.#namespace && { namespace: this.#namespace }),
      },
      { id: 'argocd.app-project', trim: readArgoCdAppProject },
    );
  }
}

function notThere(
  what: string,
  observation: ResourceObservation<unknown> | undefined,
): string {
  const { state, malformed } = observation?.snapshot() ?? {};
  switch (state?.status) {
    case 'live':
      return malformed?.length
        ? `${what} is not among those that could be read`
        : `${what} is not there`;
    case 'stale':
      return state.error;
    case 'forbidden':
    case 'absent':
      return state.message;
    default:
      return `${what} has not been read yet`;
  }
}
