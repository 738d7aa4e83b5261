import type { JsonObject } from '@backstage/types';
import {
  KubernetesApiEmulator,
  builtInResources,
  type PolicyRule,
} from '@fairway/kubernetes-resources/testUtils';

const kargo = (kind: string, plural: string, namespaced = true) => ({
  group: 'kargo.akuity.io',
  version: 'v1alpha1',
  kind,
  plural,
  namespaced,
  status: true,
});

const PROJECTS = kargo('Project', 'projects', false);
const STAGES = kargo('Stage', 'stages');
const NAMESPACED = [
  kargo('ProjectConfig', 'projectconfigs'),
  kargo('Warehouse', 'warehouses'),
  STAGES,
];

/** What the README asks a platform team to grant. */
const DOCUMENTED_RULES: readonly PolicyRule[] = [
  {
    apiGroups: ['kargo.akuity.io'],
    resources: ['projects', 'projectconfigs', 'warehouses', 'stages'],
    verbs: ['create', 'patch'],
  },
  {
    apiGroups: ['kargo.akuity.io'],
    resources: ['projects'],
    verbs: ['get'],
  },
];

export const TOKEN = 'portal';

/** A cluster that serves Kargo's resources over HTTP; its controller is played here. */
export class KargoControlPlane {
  static async start(
    options: {
      readonly rules?: readonly PolicyRule[];
      readonly kargoInstalled?: boolean;
      /** `false`: the controller does not run. */
      readonly controller?: boolean;
    } = {},
  ): Promise<KargoControlPlane> {
    const { kargoInstalled = true, controller = true } = options;
    const emulator = KubernetesApiEmulator.create({
      resources: [
        builtInResources.namespaces,
        ...(kargoInstalled ? [PROJECTS, ...NAMESPACED] : []),
      ],
      users: [
        {
          token: TOKEN,
          name: 'portal',
          groups: [],
          rules: options.rules ?? DOCUMENTED_RULES,
        },
      ],
    });
    if (kargoInstalled && controller) acceptProjects(emulator);
    const { url, close } = await emulator.listen();
    return new KargoControlPlane(emulator, url, close);
  }

  private constructor(
    readonly emulator: KubernetesApiEmulator,
    readonly url: string,
    readonly stop: () => Promise<void>,
  ) {}

  /** Everything that Kargo would see, in the order it came to be: `kind/name` with its resource version. */
  objects(): Map<string, string> {
    return new Map(
      [PROJECTS, ...NAMESPACED]
        .flatMap(resource => this.emulator.store.list(resource))
        .map(({ kind, metadata }) => [
          `${kind}/${metadata.name}`,
          `${metadata.resourceVersion}`,
        ]),
    );
  }

  project(name: string) {
    return this.emulator.store.get(PROJECTS, { name });
  }

  addProject(name: string, annotations?: Record<string, string>): void {
    this.emulator.store.create(PROJECTS, {
      apiVersion: 'kargo.akuity.io/v1alpha1',
      kind: 'Project',
      metadata: { name, annotations },
    });
  }

  /** What a person does with `kubectl edit`. */
  editStage(options: {
    readonly namespace: string;
    readonly name: string;
    readonly spec: JsonObject;
  }): void {
    const { namespace, name, spec } = options;
    this.emulator.store.patch(
      STAGES,
      { namespace, name },
      { spec },
      { fieldManager: 'kubectl-edit' },
    );
  }

  setReady(name: string, status: 'True' | 'False', message = ''): void {
    setReady(this.emulator, name, status, message);
  }
}

function acceptProjects({ store }: KubernetesApiEmulator): void {
  store.watch(PROJECTS, event => {
    if (event.type !== 'ADDED') return;
    const { name } = event.object.metadata;
    // A controller acts after the write, not inside of it.
    setImmediate(() => {
      store.create(builtInResources.namespaces, {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name, labels: { 'kargo.akuity.io/project': 'true' } },
      });
      setReady({ store }, name, 'True', 'Project is synced');
    });
  });
}

function setReady(
  { store }: Pick<KubernetesApiEmulator, 'store'>,
  name: string,
  status: 'True' | 'False',
  message: string,
): void {
  store.updateStatus(
    PROJECTS,
    { name },
    { conditions: [{ type: 'Ready', status, message }] },
  );
}
