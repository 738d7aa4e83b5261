import { collectedTexts } from './collectedTexts';

/** Texts that depend on the kind of the step or that other programs write, inside the texts of Kargo. */
export const ANSWER_TEXTS = collectedTexts(String.raw`
# pkg/promotion/local_orchestrator.go promotion
orchestrator.timed-out-argocd | argocd-update | 1.9-1.12 | step "deploy" timed out after 5m0s
orchestrator.timed-out-argocd | argocd-wait | 1.10-1.12 | step "task-1::wait" timed out after 5m0s
orchestrator.timed-out-review | git-wait-for-pr | 1.9-1.12 | step "review" timed out after 48h0m0s
orchestrator.timed-out-gate | http | 1.9-1.12 | step "gate" timed out after 10m0s
orchestrator.timed-out | git-push | 1.9-1.12 | step "push" timed out after 1m0s
argocd.failed-without-reason | argocd-update | 1.9-1.12 | step "deploy" met error threshold of 1: step "deploy" errored: no details provided
orchestrator.no-details | tf-apply | 1.9-1.12 | step "apply" met error threshold of 1: step "apply" errored: no details provided
orchestrator.controller-panicked | - | 1.9-1.12 | runtime error: invalid memory address or nil pointer dereference
orchestrator.author-stopped | fail | 1.10-1.12 | step "gate": failed: pull request 12 was closed without being merged
# pkg/promotion/runner/builtin/argocd_updater.go promotion
argocd.sync-failed-to-apply | argocd-update | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": Argo CD Application "shop-prod" in namespace "argocd" failed with: one or more objects failed to apply, reason: Deployment.apps "web" is invalid: spec.selector: field is immutable
argocd.sync-not-valid | argocd-update | 1.9-1.12 | Argo CD Application "shop-prod" in namespace "argocd" failed with: one or more synchronization tasks are not valid
argocd.sync-hook-failed | argocd-update | 1.9-1.12 | Argo CD Application "shop-prod" in namespace "argocd" failed with: one or more synchronization tasks completed unsuccessfully, reason: Job has reached the specified backoff limit
argocd.sync-terminated | argocd-update | 1.9-1.12 | Argo CD Application "shop-prod" in namespace "argocd" failed with: Operation terminated
argocd.manifests-not-generated | argocd-update | 1.9-1.12 | Argo CD Application "shop-prod" in namespace "argocd" failed with: ComparisonError: failed to generate manifest for source 1 of 1
# pkg/promotion/runner/builtin/argocd_waiter.go promotion
argocd.health-regressed | argocd-wait | 1.10-1.12 | step "wait" met error threshold of 1: an unrecoverable error occurred: error running step "wait": Argo CD Application "shop-prod" in namespace "argocd" health has regressed from Progressing to Degraded
argocd.integration-disabled | argocd-wait | 1.10-1.12 | error running step "wait": Argo CD integration is disabled on this controller; cannot wait for Argo CD Application resources
health.comparison-error | argocd-wait | 1.10-1.12 | an unrecoverable error occurred: error running step "wait": Argo CD Application "shop-prod" in namespace "argocd" has "ComparisonError" condition: failed to load target state
health.invalid-spec | argocd-wait | 1.10-1.12 | an unrecoverable error occurred: error running step "wait": Argo CD Application "shop-prod" in namespace "argocd" has "InvalidSpecError" condition: destination cluster "west" does not exist
# pkg/health/checker/builtin/argocd.go stage-health
health.missing | - | 1.9-1.12 | Argo CD Application "shop-prod" in namespace "argocd" has health state "Missing"
health.unknown-state | - | 1.9-1.12 | Argo CD Application "shop-prod" in namespace "argocd" has health state "Unknown"
health.invalid-spec | - | 1.9-1.12 | Argo CD Application "shop-prod" in namespace "argocd" has "InvalidSpecError" condition: application destination can't have both name and server defined
health.sync-error | - | 1.9-1.12 | Argo CD Application "shop-prod" in namespace "argocd" has "SyncError" condition: sync retries are used up
# argo-rollouts/analysis/analysis.go verification
verification.metric-failed | - | 1.9-1.12 | Metric "error-rate" assessed Failed due to failed (2) > failureLimit (1)
verification.metric-error | - | 1.9-1.12 | Metric "error-rate" assessed Error due to consecutiveErrors (5) > consecutiveErrorLimit (4): "Error Message: Post "http://prometheus:9090/api/v1/query": dial tcp: lookup prometheus: no such host"
verification.metric-inconclusive | - | 1.9-1.12 | Metric "error-rate" assessed Inconclusive due to inconclusive (1) > inconclusiveLimit (0)
verification.metric-failed | - | 1.9-1.12 | metric "error-rate" assessed Failed due to failed (2) > failureLimit (1)
verification.arguments-unresolved | - | 1.9-1.12 | Unable to resolve metric arguments: secrets "db-creds" not found
verification.analysis-invalid | - | 1.9-1.12 | Analysis spec invalid: dryRun[0]: Rule didn't match any metric name(s)
verification.run-terminated | - | 1.9-1.12 | Run Terminated
# pkg/gitprovider/bitbucket/cloud/provider.go promotion
pull-request.host-forbids | git-open-pr | 1.11-1.12 | error running step "open": error creating pull request: unexpected response 403 creating pull request
pull-request.host-does-not-know | git-wait-for-pr | 1.11-1.12 | error running step "wait": error getting pull request 12: unexpected response 404 getting pull request 12
pull-request.host-rejects-request | git-merge-pr | 1.11-1.12 | step "merge": error merging pull request 12: unexpected response 409 merging pull request 12
pull-request.host-limits | git-wait-for-pr | 1.11-1.12 | error running step "wait": error getting pull request 12: unexpected response 429 getting pull request 12
pull-request.host-down | git-wait-for-pr | 1.11-1.12 | error running step "wait": error getting pull request 12: unexpected response 503 getting pull request 12
# pkg/promotion/runner/builtin/http_downloader.go promotion
http-download.refused | http-download | 1.9-1.12 | error running step "fetch": HTTP request failed with status 401
http-download.not-found | http-download | 1.9-1.12 | error running step "fetch": HTTP request failed with status 404
http-download.limited | http-download | 1.9-1.12 | error running step "fetch": HTTP request failed with status 429
http-download.bad-request | http-download | 1.9-1.12 | error running step "fetch": HTTP request failed with status 400
# pkg/helm/chart/http_selector.go warehouse
subscription.chart-repository-missing | - | 1.9-1.12 | Unable to discover artifacts: error discovering artifacts: error discovering chart versions from helm chart repo "https://charts.example.com": received unexpected HTTP 404 when querying repository index at "https://charts.example.com/index.yaml"
subscription.chart-repository-limited | - | 1.9-1.12 | Unable to discover artifacts: error discovering artifacts: error discovering chart versions from helm chart repo "https://charts.example.com": received unexpected HTTP 429 when querying repository index at "https://charts.example.com/index.yaml"
subscription.chart-repository-down | - | 1.9-1.12 | Unable to discover artifacts: error discovering artifacts: error discovering chart versions from helm chart repo "https://charts.example.com": received unexpected HTTP 503 when querying repository index at "https://charts.example.com/index.yaml"
# pkg/helm/dependency_manager.go promotion
helm.chart-file | helm-update-chart | 1.9-1.12 | error running step "charts": get chart dependencies: read file "Chart.yaml": open Chart.yaml: no such file or directory
format.yaml | helm-update-chart | 1.9-1.12 | error running step "charts": read updated dependencies from Chart.lock: yaml: line 2: did not find expected key
kubernetes.forbidden | helm-update-chart | 1.9-1.12 | error running step "charts": setup repositories: obtain credentials for repository "https://charts.example.com": secrets is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot list resource "secrets" in API group "" in the namespace "shop"
registry.unauthorised | helm-update-chart | 1.9-1.12 | error running step "charts": setup repositories: authenticate with chart repository "oci://registry.example.com": response status code 401: unauthorized: incorrect username or password
registry.name-unknown | helm-update-chart | 1.9-1.12 | error running step "charts": fetch repository indexes: download repository index for "https://charts.example.com": looks like "https://charts.example.com" is not a valid chart repository or cannot be reached: failed to fetch https://charts.example.com/index.yaml : 404 Not Found
helm-render.dependency-version | helm-update-chart | 1.9-1.12 | error running step "charts": update chart dependencies: can't get a valid version for 1 subchart(s): "postgresql" (repository "https://charts.example.com", version "99.0.0")
file-system.permission-denied | helm-update-chart | 1.9-1.12 | error running step "charts": create backup of Chart.lock: failed to copy "Chart.lock" to "Chart.lock.1.bak": open Chart.lock: permission denied
# pkg/promotion/runner/builtin/http_requester.go promotion
http.response-does-not-fit | http | 1.9-1.12 | error running step "gate": error extracting outputs from HTTP response: error evaluating output expression "response.body.id": cannot fetch id from <nil> (1:15)
# pkg/promotion/runner/builtin/git_cloner.go promotion
git-server.working-tree-in-use | git-clone | 1.9-1.12 | error running step "clone": error adding work tree src to repo https://git.example.com/a/b: error adding working tree at "/tmp/p/src": error executing cmd [/usr/bin/git worktree add]: fatal: '/tmp/p/src' already exists
git-server.working-tree-in-use | git-clone | 1.9-1.12 | error running step "clone": error cloning https://git.example.com/a/b: error executing cmd [/usr/bin/git clone]: fatal: destination path '/tmp/p' already exists and is not an empty directory.
git-server.reference-moved | git-push | 1.9-1.12 | error running step "push": error pushing commits to remote: error pushing branch: error executing cmd [/usr/bin/git push --force]:  ! [rejected] main -> main (stale info)
git-server.protected-branch | git-push | 1.9-1.12 | error running step "push": error pushing commits to remote: error pushing branch: error executing cmd [/usr/bin/git push]:  ! [remote rejected] HEAD -> main (TF402455: Pushes to this branch are not permitted; you must use a pull request to update this branch.)
git-server.protected-branch | git-push | 1.9-1.12 | error running step "push": error pushing commits to remote: error pushing branch: error executing cmd [/usr/bin/git push]: remote: GitLab: You are not allowed to push code to protected branches on this project.
network.reset | git-clone | 1.9-1.12 | error running step "clone": error cloning https://git.example.com/a/b: error executing cmd [/usr/bin/git clone]: fatal: unable to access 'https://git.example.com/a/b/': OpenSSL SSL_read: SSL_ERROR_SYSCALL, errno 104
network.refused | git-clone | 1.9-1.12 | error running step "clone": error cloning https://git.example.com/a/b: error executing cmd [/usr/bin/git clone]: fatal: unable to access 'https://git.example.com/a/b/': Failed to connect to git.example.com port 443 after 21045 ms: Couldn't connect to server
network.timeout | http | 1.9-1.12 | error running step "gate": error sending HTTP request: Get "https://gate.example.com": context deadline exceeded (Client.Timeout exceeded while awaiting headers)
network.tls-host-name | http | 1.9-1.12 | error running step "gate": error sending HTTP request: Get "https://gate": tls: failed to verify certificate: x509: certificate relies on legacy Common Name field, use SANs instead
registry.denied | oci-download | 1.9-1.12 | error running step "pull": failed to resolve image "ghcr.io/a/b:1": GET https://ghcr.io/token?scope=repository%3Aa%2Fb%3Apull: DENIED: denied
registry.unauthorised | oci-download | 1.9-1.12 | error running step "pull": failed to resolve image "registry.example.com/a/b:1": HEAD https://registry.example.com/v2/a/b/manifests/1: unexpected status code 401 Unauthorized (HEAD responses have no body, use GET for details)
registry.manifest-unknown | helm-template | 1.9-1.12 | error running step "render": failed to build chart dependencies: build chart dependencies: could not download oci://registry.example.com/charts/shop: registry.example.com/charts/shop:1.2.3: not found
kustomize-build.invalid-kustomization | kustomize-build | 1.9-1.12 | error running step "build": trouble configuring builtin PatchTransformer with config: unable to parse SM or JSON patch from [op: replace]
kubernetes.slow | argocd-update | 1.9-1.12 | error running step "deploy": error finding Argo CD Application "shop" in namespace "argocd": the server is currently unable to handle the request
kubernetes.webhook-unavailable | argocd-update | 1.9-1.12 | error running step "deploy": error finding Argo CD Application "shop" in namespace "argocd": conversion webhook for argoproj.io/v1alpha1, Kind=Application failed: Post "https://x": dial tcp 10.0.0.1:443: connect: connection refused
helm-render.template-error | helm-template | 1.9-1.12 | error running step "render": failed to render chart: execution error at (shop/templates/deployment.yaml:3:4): image.tag is required
network.reset | - | 1.9-1.12 | error running step "pull": failed to resolve image "registry.example.com/a/b:1": Get "https://registry.example.com/v2/": http2: server sent GOAWAY and closed the connection; LastStreamID=1, ErrCode=FRAME_SIZE_ERROR, debug="framer_error"
network.proxy | git-clone | 1.9-1.12 | error running step "clone": error cloning https://git.example.com/a/b: error executing cmd [/usr/bin/git clone]: fatal: unable to access 'https://git.example.com/a/b/': CONNECT tunnel failed, response 407
network.unreachable | git-clone | 1.9-1.12 | error running step "clone": error cloning https://git.example.com/a/b: error executing cmd [/usr/bin/git clone]: ssh: connect to host git.example.com port 22: No route to host
network.tls-expired | git-clone | 1.9-1.12 | error running step "clone": error cloning https://git.example.com/a/b: Get "https://git.example.com": tls: failed to verify certificate: x509: certificate has expired or is not yet valid
network.tls-host-name | http | 1.9-1.12 | error running step "gate": error sending HTTP request: Get "https://gate": tls: failed to verify certificate: x509: certificate is valid for gate.example.com, not gate
network.tls-protocol | http | 1.9-1.12 | error running step "gate": error sending HTTP request: Get "https://gate:80": http: server gave HTTP response to HTTPS client
network.redirects | http | 1.9-1.12 | error running step "gate": error sending HTTP request: Get "/login": stopped after 10 redirects
git-server.ssh-key-unreadable | git-clone | 1.9-1.12 | error running step "clone": error cloning git@git.example.com:a/b: error executing cmd [/usr/bin/git clone]: Load key "/tmp/repo/.ssh/id_rsa": error in libcrypto
git-server.large-files | git-push | 1.9-1.12 | error running step "push": error pushing commits to remote: error pushing branch: error executing cmd [/usr/bin/git push]: remote: error: GH001: Large files detected.
git-server.lfs | git-clone | 1.9-1.12 | error running step "clone": error adding work tree src to repo https://git.example.com/a/b: error executing cmd [/usr/bin/git worktree add]: fatal: img.png: smudge filter lfs failed
git-server.nothing-to-commit | git-commit | 1.9-1.12 | error running step "commit": error committing to working tree: error executing cmd [/usr/bin/git commit]: nothing to commit, working tree clean
git-server.corrupt | git-commit | 1.9-1.12 | error running step "commit": error getting last commit ID: error executing cmd [/usr/bin/git rev-parse HEAD]: error: object file is empty
git-server.unrelated-histories | git-push | 1.9-1.12 | error running step "push": error pushing commits to remote: error pulling and merging branch: error executing cmd [/usr/bin/git merge]: fatal: refusing to merge unrelated histories
git-host.branch-missing | git-open-pr | 1.9-1.12 | error running step "open": error creating pull request: POST https://api.github.com/repos/a/b/pulls: 422 Validation Failed [{Resource:PullRequest Field:base Code:invalid Message:}]
git-host.validation | git-open-pr | 1.9-1.12 | error running step "open": error creating pull request: POST https://api.github.com/repos/a/b/pulls: 422 Validation Failed [{Resource:Label Field:name Code:missing_field Message:}]
git-host.review-missing | git-merge-pr | 1.9-1.12 | step "merge": error merging pull request 12: PUT https://api.github.com/repos/a/b/pulls/12/merge: 405 At least 1 approving review is required by reviewers with write access. []
git-host.not-fast-forward | github-push | 1.10-1.12 | error running step "push": error pushing commits to remote: error updating target ref: PATCH https://api.github.com/repos/a/b/git/refs/heads/main: 422 Update is not a fast forward []
registry.blob-unknown | oci-download | 1.9-1.12 | error running step "pull": failed to get layer content: GET https://registry.example.com/v2/a/b/blobs/sha256:1: BLOB_UNKNOWN: blob unknown to registry
registry.immutable-tag | oci-push | 1.10-1.12 | error running step "copy": failed to push image to "registry.example.com/a/b:1": PUT https://registry.example.com/v2/a/b/manifests/1: TAG_INVALID: The image tag '1' already exists in the 'b' repository and cannot be overwritten because the tag is immutable.
registry.unsupported-manifest | oci-push | 1.10-1.12 | error running step "copy": failed to push image to "registry.example.com/a/b:1": PUT https://registry.example.com/v2/a/b/manifests/1: MANIFEST_INVALID: manifest invalid
kubernetes.quota | - | 1.9-1.12 | error creating AnalysisRun "prod.01" in namespace "shop": pods "x" is forbidden: exceeded quota: small
kubernetes.exists | - | 1.9-1.12 | error creating AnalysisRun "prod.01" in namespace "shop": analysisruns.argoproj.io "prod.01" already exists
kubernetes.terminating | - | 1.9-1.12 | error creating AnalysisRun "prod.01" in namespace "shop": unable to create new content in namespace shop because it is being terminated
kubernetes.unauthorised | argocd-update | 1.9-1.12 | error running step "deploy": error finding Argo CD Application "shop" in namespace "argocd": the server has asked for the client to provide credentials
file-system.exists | copy | 1.9-1.12 | error running step "copy": failed to copy "a" to "b": mkdir b: file exists
file-system.name-too-long | copy | 1.9-1.12 | error running step "copy": failed to copy "a" to "b": open b: file name too long
file-system.too-many-open | copy | 1.9-1.12 | error running step "copy": failed to copy "a" to "b": open a: too many open files
file-system.input-output | copy | 1.9-1.12 | error running step "copy": failed to copy "a" to "b": write b: input/output error
helm-render.kubernetes-version | helm-template | 1.9-1.12 | error running step "render": failed to render chart: chart requires kubeVersion: >=1.30.0-0 which is incompatible with Kubernetes v1.29.0
kustomize-build.resource-missing | kustomize-build | 1.9-1.12 | error running step "build": accumulating resources: accumulation err='accumulating resources from '../base': evalsymlink failure on '../base' : lstat /base: no such file or directory'
kustomize-build.patch-target | kustomize-build | 1.9-1.12 | error running step "build": no matches for Id Deployment.v1.apps/web.[noNs]; failed to find unique target for patch Deployment.v1.apps/web.[noNs]
kustomize-build.duplicate-resource | kustomize-build | 1.9-1.12 | error running step "build": may not add resource with an already registered id: Service.v1.[noGrp]/web.[noNs]
kustomize-build.forbidden-path | kustomize-build | 1.9-1.12 | error running step "build": security; file '/etc/x' is not in or below '/repo/apps'
kustomize-build.helm-disabled | kustomize-build | 1.9-1.12 | error running step "build": must specify --enable-helm
kustomize-build.invalid-kustomization | kustomize-build | 1.9-1.12 | error running step "build": invalid Kustomization: json: unknown field "resource"
format.label | argocd-update | 1.9-1.12 | error running step "deploy": error building label selector: key: Invalid value: "a b": name part must consist of alphanumeric characters
`);
