import { operationsOf } from '../rule';

const BUILTIN = 'pkg/promotion/runner/builtin';

/** What the steps that render manifests do. */
export const MANIFEST_OPERATIONS = [
  ...operationsOf('helm', `${BUILTIN}/helm_template_runner.go`, [
    [
      'values',
      'composing the values of the chart',
      ['failed to compose values: '],
    ],
    [
      'build-dependencies',
      'fetching the dependencies of the chart',
      ['failed to build chart dependencies: ', 'build chart dependencies: '],
    ],
    [
      'load',
      'loading the chart {chart}',
      ['failed to load chart from "{chart}": '],
    ],
    [
      'render',
      'rendering the chart',
      ['failed to render chart: ', 'failed to initialize Helm action config: '],
    ],
    [
      'write',
      'writing the rendered manifests',
      [
        'failed to write rendered chart: ',
        'failed to write rendered manifest: ',
        'failed to write hook ',
        'failed to write resource to file ',
      ],
    ],
  ]),
  ...operationsOf('helm', 'pkg/helm/dependency_manager.go', [
    [
      'dependency-manager',
      'preparing the dependencies of the chart',
      [
        'failed to create Helm dependency manager: ',
        'create registry client: ',
        'write repository config file: ',
        'load repository config file: ',
      ],
    ],
    [
      'read-dependencies',
      'reading the dependencies of the chart',
      [
        'get chart dependencies: ',
        'validate dependencies: ',
        'read initial dependencies from Chart.lock: ',
        'read updated dependencies from Chart.lock: ',
      ],
    ],
    [
      'credentials',
      'looking up the credentials for {repository}',
      [
        'obtain credentials for repository "{repository}": ',
        'setup repositories: obtain credentials for repository "{repository}": ',
      ],
    ],
    [
      'log-in',
      'logging in to the chart repository {repository}',
      [
        'authenticate with chart repository "{repository}": ',
        'setup repositories: authenticate with chart repository "{repository}": ',
      ],
    ],
    [
      'repository-index',
      'downloading the index of the chart repository {repository}',
      [
        'fetch repository indexes: download repository index for "{repository}": ',
        'fetch repository indexes: create chart repository for "{repository}": ',
        'setup repositories: parse OCI reference for repository "{repository}": ',
        'setup repositories: determine host for repository "{repository}": ',
      ],
    ],
    [
      'update-dependencies',
      'updating the dependencies of the chart',
      ['update chart dependencies: ', 'process dependency updates: '],
    ],
    [
      'lock',
      'saving and restoring Chart.lock',
      ['create backup of Chart.lock: ', 'restore original Chart.lock: '],
    ],
  ]),
  ...operationsOf('kustomize', `${BUILTIN}/kustomize_image_setter.go`, [
    [
      'discover',
      'looking for the Kustomization file',
      ['could not discover kustomization file: '],
    ],
    [
      'update-images',
      'setting images in the Kustomization file',
      [
        'could not update images field in Kustomization file: ',
        'could not read Kustomization file: ',
        'could not unmarshal Kustomization file: ',
        'could not decode images field in Kustomization file: ',
        'could not marshal updated Kustomization file: ',
        'could not write updated Kustomization file: ',
      ],
    ],
  ]),
  ...operationsOf('kustomize', `${BUILTIN}/kustomize_builder.go`, [
    [
      'write',
      'writing the built manifests',
      ['failed to write built manifests to '],
    ],
  ]),
];
