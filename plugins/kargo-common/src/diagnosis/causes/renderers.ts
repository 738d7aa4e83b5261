import { ruleFamily } from '../rule';

/** What Helm and Kustomize answer. */
export const RENDERER_RULES = [
  ...ruleFamily(
    'helm-render',
    { layer: 'outside', source: 'helm.sh/helm/v3' },
    [
      {
        id: 'template-error',
        patterns: [
          'execution error at (',
          '>: error calling ',
          ': executing "',
          ': parse error at (',
          'nil pointer evaluating ',
          'template: ',
        ],
        cause:
          'A template of the chart fails with these values: a value is missing or of another kind than the template needs.',
        nextStep:
          'Render the chart with the same values by hand; the message names file and line.',
      },
      {
        id: 'values-schema',
        patterns: [
          "values don't meet the specifications of the schema",
          'additional properties ',
          'Additional property ',
        ],
        cause: 'The values do not fit the schema of the chart.',
        nextStep: 'Correct the values that the message names.',
      },
      {
        id: 'chart-missing',
        patterns: [
          'Chart.yaml file is missing',
          'validation: chart.metadata',
          'chart metadata is missing',
          'chart.metadata.name is required',
        ],
        cause: 'The path leads to no chart.',
        nextStep: 'Lead the path to the directory with Chart.yaml.',
      },
      {
        id: 'dependency-version',
        patterns: [
          "can't get a valid version for ",
          'no chart version found for ',
          'chart "{chart}" matching {version:w} not found in ',
          'not found in {repository:w} repository',
          'no repository definition for ',
          'no cached repository for ',
          'could not find : chart',
        ],
        cause: 'The repository has no version of a dependency that fits.',
        nextStep:
          'Check name, version and repository of the dependency in Chart.yaml.',
      },
      {
        id: 'lock-outdated',
        patterns: [
          'the lock file (Chart.lock) is out of sync',
          'the lock file (requirements.lock) is out of sync',
          'lock file (Chart.lock) does not ',
        ],
        cause: 'Chart.lock does not fit Chart.yaml.',
        nextStep: 'Run helm dependency update and commit Chart.lock.',
      },
      {
        id: 'kubernetes-version',
        patterns: ['which is incompatible with Kubernetes '],
        cause:
          'The chart does not support the version of Kubernetes that the step names.',
        nextStep:
          'Set `kubeVersion` of the step to the version of the cluster.',
      },
    ],
  ),
  ...ruleFamily(
    'kustomize-build',
    { layer: 'outside', source: 'sigs.k8s.io/kustomize' },
    [
      {
        id: 'resource-missing',
        patterns: [
          'accumulating resources: ',
          'accumulating components: ',
          "couldn't make target for path ",
          'accumulating resources from ',
          "unable to find one of 'kustomization.yaml'",
          'evalsymlink failure on ',
          'must resolve to a file',
        ],
        cause:
          'A resource, component or base that the overlay names is not there.',
        nextStep:
          'Check the paths in the Kustomization file, the branch and a sparse checkout.',
      },
      {
        id: 'patch-target',
        patterns: [
          'no matches for Id ',
          'no resource matches strategic merge patch',
          'unable to find patch target',
          'failed to find unique target for patch',
          'add operation does not apply',
          'replace operation does not apply',
          'remove operation does not apply',
        ],
        cause: 'A patch of the overlay finds nothing to change.',
        nextStep: 'Compare kind, name and path of the patch with the base.',
      },
      {
        id: 'duplicate-resource',
        patterns: [
          'may not add resource with an already registered id',
          'already registered id: ',
          'multiple matches for Id ',
        ],
        cause: 'The overlay holds the same resource twice.',
        nextStep: 'Remove one of them.',
      },
      {
        id: 'forbidden-path',
        patterns: ['security; file ', 'is not in or below '],
        cause:
          'The overlay reads a file outside its own directory, which Kustomize forbids.',
        nextStep: 'Move the file below the overlay, or make a base of it.',
      },
      {
        id: 'helm-disabled',
        patterns: [
          'must specify --enable-helm',
          "unable to run: 'helm",
          'must specify a helmCommand',
        ],
        cause:
          'The overlay inflates a Helm chart, which the step does not allow.',
        nextStep:
          'Set `plugin.helm` of the kustomize-build step, or render the chart with helm-template.',
      },
      {
        id: 'invalid-kustomization',
        patterns: [
          'invalid Kustomization: ',
          'unable to parse SM or JSON patch',
          'trouble configuring builtin ',
          'json: unknown field ',
          'missing metadata.name in object',
          'missing Resource metadata',
          'kustomization.yaml is empty',
        ],
        cause: 'The Kustomization file or a resource of it is not valid.',
        nextStep: 'Build the overlay by hand; the message names the field.',
      },
    ],
  ),
];
