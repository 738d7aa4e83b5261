import { ruleFamily } from '../rule';

const DEPENDENCIES = 'pkg/helm/dependency_manager.go';

/** Steps that render Helm charts and Kustomize overlays. */
export const MANIFEST_RULES = [
  ...ruleFamily(
    'helm',
    { source: 'pkg/promotion/runner/builtin/helm_template_runner.go' },
    [
      {
        id: 'dependency-not-declared',
        patterns: [
          'no dependency in Chart.yaml matches update with repository "{repository}" and name "{chart}"',
        ],
        source: DEPENDENCIES,
        cause: 'Chart.yaml declares no dependency {chart} from {repository}.',
        nextStep:
          'Compare repository and name of the step to the letter with Chart.yaml.',
      },
      {
        id: 'dependencies-missing',
        patterns: [
          'missing chart dependencies: ',
          'found in Chart.yaml, but missing in charts/ directory',
        ],
        cause:
          'The chart declares dependencies that are not in its charts directory.',
        nextStep:
          'Set `buildDependencies: true` on the step, or commit the dependencies.',
      },
      {
        id: 'dependency-path',
        patterns: [
          'dependency path "{path}" must be relative',
          'dependency path is outside the work directory',
          'resolve dependency path: ',
          'invalid dependency "{path}": ',
        ],
        source: DEPENDENCIES,
        cause:
          'A dependency of the chart refers to a local path that Kargo does not allow or cannot find.',
        nextStep:
          'Refer to a path inside the checkout, with file:// and relative.',
        confidence: 'likely',
      },
      {
        id: 'chart-file',
        patterns: [
          'update Chart.yaml with dependency changes: ',
          'get chart dependencies: read file "{file}": ',
          'get chart dependencies: unmarshal "{file}": ',
        ],
        source: DEPENDENCIES,
        cause: 'Chart.yaml could not be read or changed.',
        nextStep:
          'Check that the path of the step leads to the directory of the chart and that its Chart.yaml is valid.',
        confidence: 'likely',
      },
      {
        id: 'lock-backup',
        patterns: [
          'cannot create backup of symlink "{file}"',
          'failed to restore backup file ',
          'failed to remove backup file ',
          'failed to stat "{file}": ',
        ],
        source: DEPENDENCIES,
        cause:
          'Chart.lock could not be kept aside while the dependencies were updated.',
        nextStep:
          'Make Chart.lock a plain file, and check the space of the temporary directory of the controller.',
        confidence: 'likely',
      },
      {
        id: 'kubernetes-version',
        patterns: ['failed to parse Kubernetes version "{version}": '],
        cause: 'The Kubernetes version {version} of the step is no version.',
        nextStep: 'Write it as in v1.30.0.',
      },
      {
        id: 'yaml-document',
        patterns: ['failed to read YAML document: '],
        cause: 'The chart renders a text that is no YAML.',
        nextStep:
          'Render the chart with the same values by hand and look at the indentation of the named template.',
      },
      {
        id: 'resource-file-name',
        patterns: [
          'generated resource filename is empty',
          'unsafe generated resource filename "{file}"',
        ],
        source: 'pkg/promotion/runner/builtin/resource_filename.go',
        versions: { since: '1.10' },
        cause:
          'A rendered resource has no name, or one that cannot be a file name.',
        nextStep:
          'Correct kind and name of the resource, or write all manifests to one file.',
      },
    ],
  ),
  ...ruleFamily(
    'kustomize',
    { source: 'pkg/promotion/runner/builtin/kustomize_image_setter.go' },
    [
      {
        id: 'file-missing',
        patterns: ['could not find any Kustomization files in "{path}"'],
        cause:
          'There is no Kustomization file in {path}: the path is wrong, or a sparse checkout leaves it out.',
        nextStep:
          'Correct the path of the step or the sparse checkout of git-clone.',
      },
      {
        id: 'several-files',
        patterns: [
          'ambiguous result: found multiple Kustomization files in "{path}"',
        ],
        cause: 'There are several Kustomization files in {path}.',
        nextStep:
          'Keep one of kustomization.yaml, kustomization.yml and Kustomization.',
      },
      {
        id: 'ambiguous-image',
        patterns: ['manual configuration required due to ambiguous result'],
        cause:
          'Several images of the freight could be meant, and the step names none.',
        nextStep: 'Name the images in the kustomize-set-image step.',
      },
      {
        id: 'build-crashed',
        patterns: ['recovered from kustomize build panic: {reason}'],
        source: 'pkg/promotion/runner/builtin/kustomize_builder.go',
        cause: 'Kustomize crashed on the overlay: {reason}',
        nextStep:
          'Build the overlay by hand with the same version; a malformed patch is the usual reason.',
        confidence: 'likely',
      },
      {
        id: 'output-format',
        patterns: ['unsupported output format: {format}'],
        source: 'pkg/promotion/runner/builtin/kustomize_builder.go',
        cause:
          'The step has the output format {format}, which Kargo does not know.',
        nextStep: 'Use kargo or kustomize as `outputFormat`.',
      },
    ],
  ),
];
