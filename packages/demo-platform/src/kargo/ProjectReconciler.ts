import { timeText } from '../clock/durations';
import { conditionsFrom } from './conditions';
import type { KargoContext } from './KargoContext';
import { stagesOf, warehousesOf } from './KargoContext';
import { kargoResources } from './kargoResources';

const NAMESPACES = { group: '', plural: 'namespaces' };

/** Gives each Project its namespace and its status. */
export class ProjectReconciler {
  readonly #context: KargoContext;

  constructor(context: KargoContext) {
    this.#context = context;
  }

  /** Kargo's webhook makes the namespace before the Project itself is stored, so that what follows finds it. */
  watch(): () => void {
    const { store } = this.#context;
    return store.watch(kargoResources.projects, event => {
      if (event.type === 'ADDED') {
        this.#ensureNamespace(event.object.metadata.name);
      }
    });
  }

  reconcile(): readonly string[] {
    const { store, clock } = this.#context;
    const projects = store.list(kargoResources.projects);
    for (const project of projects) {
      const { name, generation = 1 } = project.metadata;
      this.#ensureNamespace(name);
      const stages = stagesOf(this.#context, name);
      const warehouses = warehousesOf(this.#context, name);
      const healthy = stages.filter(stage =>
        JSON.stringify(stage.status.health)?.includes('"Healthy"'),
      );
      const status = project.status;
      const previous =
        typeof status === 'object' && status !== null && !Array.isArray(status)
          ? status.conditions
          : undefined;
      store.updateStatus(
        kargoResources.projects,
        { name },
        {
          conditions: conditionsFrom(
            [
              {
                type: 'Ready',
                status: 'True',
                reason: 'Synced',
                message: 'Project is synced and ready for use',
              },
            ],
            previous,
            timeText(clock.now()),
            generation,
          ),
          stats: {
            stages: {
              count: stages.length,
              health: { healthy: healthy.length },
            },
            warehouses: {
              count: warehouses.length,
              health: { healthy: warehouses.length },
            },
          },
        },
      );
    }
    return projects.map(project => project.metadata.name);
  }

  #ensureNamespace(name: string): void {
    const { store } = this.#context;
    if (!store.get(NAMESPACES, { name })) {
      store.create(NAMESPACES, {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name, labels: { 'kargo.akuity.io/project': 'true' } },
      });
    }
  }
}
