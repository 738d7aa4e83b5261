import { collectedTexts } from './collectedTexts';

/** Texts of the files named, made from their templates with values as they occur. */
export const MANIFEST_TEXTS = collectedTexts(String.raw`
# pkg/helm/dependency.go promotion
helm.chart-file | helm-template | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to build chart dependencies: get chart dependencies: read file "apps/shop": open Chart.yaml: no such file or directory
helm.chart-file | helm-template | 1.9-1.12 | failed to build chart dependencies: get chart dependencies: unmarshal "apps/shop": open Chart.yaml: no such file or directory
# pkg/helm/dependency_manager.go promotion
format.yaml | helm-template | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to build chart dependencies: get chart dependencies: yaml: line 3: did not find expected key
helm.dependency-path | helm-template | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": failed to build chart dependencies: validate dependencies: dependency path "/charts" must be relative
format.yaml | helm-template | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to build chart dependencies: process dependency updates: yaml: line 3: did not find expected key
kubernetes.forbidden | helm-template | 1.9-1.12 | failed to build chart dependencies: setup repositories: stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
network.dns | helm-template | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to build chart dependencies: fetch repository indexes: Get "https://gate.example.com/check": dial tcp: lookup gate.example.com on 10.96.0.10:53: no such host
format.yaml | helm-template | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": failed to build chart dependencies: read initial dependencies from Chart.lock: yaml: line 3: did not find expected key
file-system.permission-denied | helm-template | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to build chart dependencies: create backup of Chart.lock: open apps/shop/values.yaml: permission denied
file-system.permission-denied | helm-template | 1.9-1.12 | failed to build chart dependencies: create registry client: open apps/shop/values.yaml: permission denied
helm-render.dependency-version | helm-template | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to build chart dependencies: update chart dependencies: can't get a valid version for 1 subchart(s): "postgresql" (repository "https://charts.example.com", version "99.0.0"). Make sure a matching chart version exists in the repo
format.yaml | helm-template | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": failed to build chart dependencies: read updated dependencies from Chart.lock: yaml: line 3: did not find expected key
file-system.permission-denied | helm-template | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to build chart dependencies: restore original Chart.lock: open apps/shop/values.yaml: permission denied
helm-render.dependency-version | helm-template | 1.9-1.12 | failed to build chart dependencies: build chart dependencies: can't get a valid version for 1 subchart(s): "postgresql" (repository "https://charts.example.com", version "99.0.0"). Make sure a matching chart version exists in the repo
helm-render.lock-outdated | helm-template | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to build chart dependencies: build chart dependencies: the lock file (Chart.lock) is out of sync with the dependencies file (Chart.yaml). Please update the dependencies
registry.unauthorised | helm-template | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": failed to build chart dependencies: build chart dependencies: failed to authorize: failed to fetch oauth token: GET https://registry.example.com/token: response status code 401: unauthorized: authentication required
helm.dependency-path | helm-template | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to build chart dependencies: invalid dependency "apps/shop": dependency path "/charts" must be relative
helm.dependency-path | helm-template | 1.9-1.12 | failed to build chart dependencies: dependency path "apps/shop" must be relative
helm.dependency-path | helm-template | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to build chart dependencies: resolve dependency path: open apps/shop/values.yaml: no such file or directory
helm.dependency-path | helm-template | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": failed to build chart dependencies: dependency path is outside the work directory
helm.dependency-not-declared | helm-template | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to build chart dependencies: no dependency in Chart.yaml matches update with repository "https://git.example.com/shop/manifests.git" and name "shop"
helm.chart-file | helm-template | 1.9-1.12 | failed to build chart dependencies: update Chart.yaml with dependency changes: open apps/shop/values.yaml: permission denied
kubernetes.forbidden | helm-template | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to build chart dependencies: obtain credentials for repository "https://git.example.com/shop/manifests.git": stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
registry.unauthorised | helm-template | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": failed to build chart dependencies: authenticate with chart repository "https://git.example.com/shop/manifests.git": failed to authorize: failed to fetch oauth token: GET https://registry.example.com/token: response status code 401: unauthorized: authentication required
file-system.disk-full | helm-template | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to build chart dependencies: write repository config file: write out/manifests.yaml: no space left on device
file-system.missing | helm-template | 1.9-1.12 | failed to build chart dependencies: load repository config file: open apps/shop/values.yaml: no such file or directory
network.bad-url | helm-template | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to build chart dependencies: create chart repository for "apps/shop": parse "https://gate.example.com/%zz": invalid URL escape "%zz"
registry.name-unknown | helm-template | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": failed to build chart dependencies: download repository index for "apps/shop": looks like "https://charts.example.com" is not a valid chart repository or cannot be reached: failed to fetch https://charts.example.com/index.yaml : 404 Not Found
network.dns | helm-template | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to build chart dependencies: download repository index for "apps/shop": Get "https://gate.example.com/check": dial tcp: lookup gate.example.com on 10.96.0.10:53: no such host
helm.lock-backup | helm-template | 1.9-1.12 | failed to build chart dependencies: failed to stat "apps/shop": open apps/shop/values.yaml: permission denied
helm.lock-backup | helm-template | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to build chart dependencies: cannot create backup of symlink "apps/shop"
file-system.disk-full | helm-template | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": failed to build chart dependencies: failed to copy "apps/shop" to "apps/shop": write out/manifests.yaml: no space left on device
helm.lock-backup | helm-template | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to build chart dependencies: failed to restore backup file "apps/shop" to "apps/shop": open apps/shop/values.yaml: permission denied
helm.lock-backup | helm-template | 1.9-1.12 | failed to build chart dependencies: failed to remove backup file "apps/shop": open apps/shop/values.yaml: permission denied
registry.bad-reference | helm-template | 1.11-1.12 | step "deploy": failed to build chart dependencies: parse OCI reference for repository "https://git.example.com/shop/manifests.git": could not parse reference: registry.example.com/shop/web:
network.bad-url | helm-template | 1.11-1.12 | failed to build chart dependencies: determine host for repository "https://git.example.com/shop/manifests.git": parse "https://gate.example.com/%zz": invalid URL escape "%zz"
# pkg/promotion/runner/builtin/helm_chart_updater.go promotion
file-system.disk-full | helm-update-chart | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to create Helm dependency manager: mkdir /tmp/promotion-1: no space left on device
# pkg/promotion/runner/builtin/helm_template_runner.go promotion
file-system.missing | helm-template | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": failed to compose values: open apps/shop/values.yaml: no such file or directory
format.yaml | helm-template | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to compose values: yaml: line 3: did not find expected key
registry.unauthorised | helm-template | 1.9-1.12 | failed to build chart dependencies: failed to authorize: failed to fetch oauth token: GET https://registry.example.com/token: response status code 401: unauthorized: authentication required
helm-render.dependency-version | helm-template | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to build chart dependencies: can't get a valid version for 1 subchart(s): "postgresql" (repository "https://charts.example.com", version "99.0.0"). Make sure a matching chart version exists in the repo
helm-render.lock-outdated | helm-template | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": failed to build chart dependencies: the lock file (Chart.lock) is out of sync with the dependencies file (Chart.yaml). Please update the dependencies
network.dns | helm-template | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to build chart dependencies: Get "https://gate.example.com/check": dial tcp: lookup gate.example.com on 10.96.0.10:53: no such host
helm-render.chart-missing | helm-template | 1.9-1.12 | failed to load chart from "apps/shop": Chart.yaml file is missing
file-system.missing | helm-template | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to load chart from "apps/shop": open apps/shop/values.yaml: no such file or directory
file-system.link-loop | helm-template | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": failed to join path "apps/shop": lstat apps/current: too many levels of symbolic links
helm.dependencies-missing | helm-template | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": missing chart dependencies: found in Chart.yaml, but missing in charts/ directory: postgresql
file-system.permission-denied | helm-template | 1.9-1.12 | failed to initialize Helm action config: open apps/shop/values.yaml: permission denied
helm-render.template-error | helm-template | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to render chart: template: shop/templates/deployment.yaml:12:20: executing "shop/templates/deployment.yaml" at <.Values.image.tag>: nil pointer evaluating interface {}.tag
helm-render.values-schema | helm-template | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": failed to render chart: values don't meet the specifications of the schema(s) in the following chart(s):\nshop:\n- replicas: Invalid type. Expected: integer, given: string
file-system.disk-full | helm-template | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to write rendered chart: write out/manifests.yaml: no space left on device
file-system.disk-full | helm-template | 1.9-1.12 | failed to create Helm dependency manager: mkdir /tmp/promotion-1: no space left on device
helm.kubernetes-version | helm-template | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to parse Kubernetes version "apps/shop": could not parse "latest" as version
file-system.link-loop | helm-template | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": failed to join relPath "apps/shop": lstat apps/current: too many levels of symbolic links
file-system.disk-full | helm-template | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to write rendered manifest: write out/manifests.yaml: no space left on device
file-system.disk-full | helm-template | 1.9-1.12 | failed to write hook "apps/shop": write out/manifests.yaml: no space left on device
file-system.permission-denied | helm-template | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to check if file "apps/shop" exists: open apps/shop/values.yaml: permission denied
file-system.not-directory | helm-template | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": failed to create directory "apps/shop": mkdir out/shop: not a directory
file-system.not-directory | helm-template | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to create output directory "apps/shop": mkdir out/shop: not a directory
helm.yaml-document | helm-template | 1.9-1.12 | failed to read YAML document: yaml: line 3: did not find expected key
file-system.disk-full | helm-template | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to write resource to file "apps/shop": write out/manifests.yaml: no space left on device
# pkg/promotion/runner/builtin/kustomize_builder.go promotion
file-system.disk-full | kustomize-build | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": failed to write built manifests to "apps/shop": write out/manifests.yaml: no space left on device
file-system.not-directory | kustomize-build | 1.9-1.12 | failed to write built manifests to "apps/shop": mkdir out/shop: not a directory
kustomize.output-format | kustomize-build | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": unsupported output format: apps/shop
kustomize.build-crashed | kustomize-build | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": recovered from kustomize build panic: the deployment is blocked until Monday
# pkg/promotion/runner/builtin/kustomize_image_setter.go promotion
kustomize.file-missing | kustomize-set-image | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": could not discover kustomization file: could not find any Kustomization files in "apps/shop"
kustomize.ambiguous-image | kustomize-set-image | 1.9-1.12 | manual configuration required due to ambiguous result
format.yaml | kustomize-set-image | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": could not update images field in Kustomization file: yaml: line 3: did not find expected key
file-system.missing | kustomize-set-image | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": could not read Kustomization file: open apps/shop/values.yaml: no such file or directory
file-system.permission-denied | kustomize-set-image | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": could not read Kustomization file: open apps/shop/values.yaml: permission denied
format.yaml | kustomize-set-image | 1.9-1.12 | could not unmarshal Kustomization file: yaml: line 3: did not find expected key
format.yaml | kustomize-set-image | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": could not decode images field in Kustomization file: yaml: line 3: did not find expected key
format.yaml | kustomize-set-image | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": could not marshal updated Kustomization file: yaml: line 3: did not find expected key
file-system.disk-full | kustomize-set-image | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": could not write updated Kustomization file: write out/manifests.yaml: no space left on device
file-system.link-loop | kustomize-set-image | 1.9-1.12 | could not secure join path "apps/shop": lstat apps/current: too many levels of symbolic links
kustomize.file-missing | kustomize-set-image | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": could not find any Kustomization files in "apps/shop"
kustomize.several-files | kustomize-set-image | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": ambiguous result: found multiple Kustomization files in "apps/shop": apps/shop
# pkg/promotion/runner/builtin/resource_filename.go promotion
helm.resource-file-name | helm-template | 1.10-1.12 | an unrecoverable error occurred: error running step "deploy": failed to write rendered chart: generated resource filename is empty
helm.resource-file-name | helm-template | 1.10-1.12 | step "deploy": failed to write rendered chart: unsafe generated resource filename "shop"
`);
