import { collectedTexts } from './collectedTexts';

/** Texts of the files named, made from their templates with values as they occur. */
export const PROMOTION_TEXTS = collectedTexts(String.raw`
# pkg/controller/freight/finder.go promotion
kubernetes.forbidden | - | 1.9-1.12 | failed to build step context: failed to get step config: error getting Warehouse "web" in namespace "shop": stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
kubernetes.conflict | - | 1.9-1.12 | failed to build step context: failed to get step config: error getting Warehouse "web" in namespace "shop": Operation cannot be fulfilled on stages.kargo.akuity.io "prod": the object has been modified; please apply your changes to the latest version and try again
kubernetes.slow | - | 1.9-1.12 | failed to build step context: failed to get step config: error getting Warehouse "web" in namespace "shop": etcdserver: request timed out
freight.warehouse-not-found | - | 1.9-1.12 | failed to build step context: failed to get step config: Warehouse "web" not found in namespace "shop"
freight.ambiguous-origin | - | 1.9-1.12 | failed to build step context: failed to get step config: multiple requested Freight could potentially provide a commit from repo https://git.example.com/shop/manifests.git; please update promotion steps to disambiguate
freight.ambiguous-origin | - | 1.9-1.12 | failed to build step context: failed to get step config: multiple requested Freight could potentially provide a container image from repository https://git.example.com/shop/manifests.git: please provide a Freight origin to disambiguate
freight.ambiguous-origin | - | 1.9-1.12 | failed to build step context: failed to get step config: multiple requested Freight could potentially provide a container image from repository https://git.example.com/shop/manifests.git
freight.ambiguous-origin | - | 1.9-1.12 | failed to build step context: failed to get step config: multiple requested Freight could potentially provide a chart from repository https://git.example.com/shop/manifests.git: please provide a Freight origin to disambiguate
freight.chart-not-in-freight | - | 1.9-1.12 | failed to build step context: failed to get step config: chart from repo https://git.example.com/shop/manifests.git not found in referenced Freight
freight.chart-not-in-freight | - | 1.9-1.12 | failed to build step context: failed to get step config: chart "shop" from repo https://git.example.com/shop/manifests.git not found in referenced Freight
freight.ambiguous-origin | - | 1.9-1.12 | failed to build step context: failed to get step config: multiple requested Freight could potentially provide a "apps/shop" artifact; please update promotion steps to disambiguate
# pkg/controller/promotions/promotions.go promotion
kubernetes.forbidden | - | 1.9-1.12 | error finding Freight "9f2c1ab77d0c" in namespace "shop": stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
kubernetes.conflict | - | 1.9-1.12 | error finding Freight "9f2c1ab77d0c" in namespace "shop": Operation cannot be fulfilled on stages.kargo.akuity.io "prod": the object has been modified; please apply your changes to the latest version and try again
kubernetes.slow | - | 1.9-1.12 | error finding Freight "9f2c1ab77d0c" in namespace "shop": etcdserver: request timed out
kubernetes.forbidden | - | 1.9-1.12 | error finding Stage "prod" in namespace "shop": stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
kubernetes.conflict | - | 1.9-1.12 | error finding Stage "prod" in namespace "shop": Operation cannot be fulfilled on stages.kargo.akuity.io "prod": the object has been modified; please apply your changes to the latest version and try again
kubernetes.slow | - | 1.9-1.12 | error finding Stage "prod" in namespace "shop": etcdserver: request timed out
freight.stage-not-found | - | 1.9-1.12 | could not find Stage "prod" in namespace "shop"
kubernetes.too-large | - | 1.9-1.12 | error updating status: etcdserver: request is too large
kubernetes.invalid | - | 1.9-1.12 | error updating status: AnalysisRun.argoproj.io "prod.01" is invalid: spec.metrics[0].name: Required value
kubernetes.conflict | - | 1.9-1.12 | error updating status: Operation cannot be fulfilled on stages.kargo.akuity.io "prod": the object has been modified; please apply your changes to the latest version and try again
kubernetes.forbidden | - | 1.9-1.12 | get stage: stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
freight.stage-not-found | - | 1.9-1.12 | stage "prod" not found in namespace "shop"
freight.not-found | - | 1.9-1.12 | Freight "9f2c1ab77d0c" not found in namespace "shop"
freight.not-available | - | 1.9-1.12 | Freight "9f2c1ab77d0c" is not available to Stage "prod" in namespace "shop"
file-system.disk-full | - | 1.9-1.12 | error creating working directory: mkdir /tmp/promotion-1: no space left on device
file-system.read-only | - | 1.9-1.12 | error creating working directory: mkdir /home/kargo: read-only file system
orchestrator.aborted | - | 1.9-1.12 | Promotion terminated by email:ada@example.com
orchestrator.aborted | - | 1.9-1.12 | Promotion terminated per user request
# pkg/expressions/function/functions.go promotion
expressions.function-arguments | - | 1.9-1.12 | failed to build step context: failed to get step config: expected 1 argument, got 2
expressions.function-arguments | - | 1.9-1.12 | failed to build step context: failed to get step config: first argument must be string, got string
expressions.function-arguments | - | 1.9-1.12 | failed to build step context: failed to get step config: freight ref name must not be empty
expressions.metadata-unreadable | - | 1.9-1.12 | failed to build step context: failed to get step config: failed to get freight 9f2c1ab77d0c: stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
expressions.metadata-unreadable | - | 1.9-1.12 | failed to build step context: failed to get step config: error converting unstructured object to Freight: invalid character '<' looking for beginning of value
expressions.metadata-unreadable | - | 1.9-1.12 | failed to build step context: failed to get step config: failed to unmarshal metadata value for key image.tag: stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
expressions.function-arguments | - | 1.9-1.12 | failed to build step context: failed to get step config: second argument must be string, got string
expressions.function-arguments | - | 1.9-1.9 | failed to build step context: failed to get step config: metadata key must not be empty
expressions.metadata-unreadable | - | 1.9-1.9 | failed to build step context: failed to get step config: failed to get metadata apps/shop from freight 9f2c1ab77d0c: stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
expressions.function-arguments | - | 1.9-1.12 | failed to build step context: failed to get step config: argument must be string, got string
expressions.function-arguments | - | 1.9-1.12 | failed to build step context: failed to get step config: stage name must not be empty
expressions.metadata-unreadable | - | 1.9-1.12 | failed to build step context: failed to get step config: failed to get stage prod: stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
expressions.metadata-unreadable | - | 1.9-1.12 | failed to build step context: failed to get step config: error converting unstructured object to Stage: invalid character '<' looking for beginning of value
expressions.function-arguments | - | 1.9-1.12 | failed to build step context: failed to get step config: name must not be empty
expressions.function-arguments | - | 1.9-1.12 | failed to build step context: failed to get step config: expected 1-2 arguments, got 2
expressions.function-arguments | - | 1.9-1.12 | failed to build step context: failed to get step config: second argument must be FreightOrigin, got string
expressions.function-arguments | - | 1.9-1.12 | failed to build step context: failed to get step config: expected 1-3 arguments, got 2
expressions.function-arguments | - | 1.9-1.12 | failed to build step context: failed to get step config: second argument must be string or FreightOrigin, got string
expressions.function-arguments | - | 1.9-1.12 | failed to build step context: failed to get step config: when using three arguments, second argument must be string, got string
expressions.function-arguments | - | 1.9-1.12 | failed to build step context: failed to get step config: third argument must be FreightOrigin, got string
expressions.artifact-unreadable | - | 1.9-1.12 | failed to build step context: failed to get step config: error finding artifact from subscription web: stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
expressions.artifact-unreadable | - | 1.9-1.12 | failed to build step context: failed to get step config: error unmarshaling metadata for artifact from subscription web: invalid character '<' looking for beginning of value
expressions.artifact-unreadable | - | 1.9-1.12 | failed to build step context: failed to get step config: error unmarshaling artifact details for subscription web: invalid character '<' looking for beginning of value
expressions.secret-unreadable | - | 1.9-1.12 | failed to build step context: failed to get step config: failed to get configmap settings: stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
expressions.secret-unreadable | - | 1.9-1.12 | failed to build step context: failed to get step config: failed to get secret settings: secrets "signing-key" not found
expressions.function-arguments | - | 1.9-1.12 | failed to build step context: failed to get step config: expected 0 arguments, got 2
expressions.function-arguments | - | 1.9-1.12 | failed to build step context: failed to get step config: argument must not be empty
expressions.function-arguments | - | 1.9-1.12 | failed to build step context: failed to get step config: expected 2 arguments, got 2
expressions.semantic-version | - | 1.9-1.12 | failed to build step context: failed to get step config: invalid semantic version: Invalid Semantic Version
expressions.metadata-unreadable | - | 1.12-1.12 | failed to build step context: failed to get step config: error marshaling freight status: invalid character '<' looking for beginning of value
expressions.metadata-unreadable | - | 1.12-1.12 | failed to build step context: failed to get step config: error unmarshaling freight status: invalid character '<' looking for beginning of value
# pkg/expressions/json_templates.go promotion
expressions.reserved-name | - | 1.9-1.10 | failed to build step context: failed to get step config: "quote" is a forbidden key in the environment map; it is reserved for internal use
expressions.syntax | - | 1.9-1.12 | failed to build step context: failed to get step config: input is not valid JSON; are all expressions enclosed in quotes? invalid character '<' looking for beginning of value
expressions.syntax | - | 1.9-1.12 | failed to build step context: failed to get step config: unclosed expression: expected "apps/shop" but reached end of template
expressions.reserved-name | - | 1.9-1.12 | failed to build step context: failed to get step config: error applying quote() function: reflect: call of a nil value
expressions.reserved-name | - | 1.11-1.12 | failed to build step context: failed to get step config: "apps/shop" is a forbidden key in the environment map; it is reserved for internal use
expressions.reserved-name | - | 1.11-1.12 | failed to build step context: failed to get step config: error applying asYAML() function: reflect: call of a nil value
expressions.reserved-name | - | 1.11-1.12 | failed to build step context: failed to get step config: error applying asJSON() function: reflect: call of a nil value
# pkg/kargo/promotion_builder.go promotion
configuration.promotion-incomplete | - | 1.9-1.10 | stage is required
configuration.promotion-incomplete | - | 1.9-1.10 | stage "prod" has no promotion template
configuration.promotion-incomplete | - | 1.9-1.10 | freight is required
configuration.task-reference | - | 1.9-1.10 | inflate tasks steps for task "apps/shop" ("apps/shop"): promotiontasks.kargo.akuity.io "deploy" not found
configuration.task-reference | - | 1.9-1.10 | missing task reference
configuration.task-reference | - | 1.9-1.10 | unknown task reference kind "Target"
configuration.task-reference | - | 1.9-1.10 | missing value for variable "service"
# pkg/promotion/evaluator.go promotion
expressions.unknown-name | - | 1.9-1.12 | failed to build step context: error pre-processing promotion variable "service": unknown name imageForm (1:1)
expressions.syntax | - | 1.9-1.12 | failed to build step context: error pre-processing promotion variable "service": unexpected token EOF (1:9)
expressions.not-a-boolean | - | 1.9-1.12 | error checking if step "deploy" should be skipped: expression must evaluate to a boolean, got string
expressions.artifact-not-in-freight | - | 1.9-1.12 | failed to build step context: failed to get step config: failed to evaluate expression: cannot fetch Tag from <nil> (1:33)
expressions.unknown-name | - | 1.9-1.12 | failed to build step context: failed to get step config: unknown name imageForm (1:1)
# pkg/promotion/local_engine.go promotion
file-system.disk-full | - | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": temporary working directory creation failed: mkdir /tmp/promotion-1: no space left on device
file-system.read-only | - | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": temporary working directory creation failed: mkdir /home/kargo: read-only file system
# pkg/promotion/local_executor.go promotion
orchestrator.kind-not-registered | - | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error getting runner for step kind "tf-apply": key not found: tf-apply
orchestrator.step-panicked | - | 1.9-1.12 | step panicked: the deployment is blocked until Monday
# pkg/promotion/local_orchestrator.go promotion
orchestrator.cancelled | - | 1.9-1.12 | step "deploy" was canceled due to context cancellation: apps/shop
orchestrator.cancelled | - | 1.9-1.12 | execution canceled: apps/shop
expressions.syntax | - | 1.9-1.12 | error checking if step "deploy" should be skipped: unexpected token EOF (1:9)
orchestrator.kind-not-registered | - | 1.9-1.10 | error getting runner for step kind "tf-apply"
orchestrator.invalid-status | - | 1.9-1.12 | step "deploy" returned an invalid status: apps/shop
orchestrator.no-details | - | 1.9-1.12 | no details provided
orchestrator.timed-out | - | 1.9-1.12 | step "deploy" timed out after 5m0s
orchestrator.kind-not-registered | - | 1.11-1.12 | step kind "tf-apply" is not registered; verify the kind is correct; if you are a Kargo Enterprise user, you may need to enable the promotion controller
# pkg/promotion/runner/builtin/validation.go promotion
configuration.invalid | git-push | 1.9-1.12 | could not convert config into git-push config: (root): path is required
configuration.invalid | git-push | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": could not validate git-push config: (root): path is required
configuration.invalid | git-push | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": invalid git-push config: (root): path is required
# pkg/promotion/runner/builtin/failer.go promotion
orchestrator.author-stopped | fail | 1.10-1.12 | step "deploy": failed
orchestrator.author-stopped | fail | 1.10-1.12 | step "deploy": failed: the deployment is blocked until Monday
# pkg/api/promotion.go promotion
configuration.task-reference | - | 1.11-1.12 | inflate task steps for task "apps/shop" ("apps/shop"): promotiontasks.kargo.akuity.io "deploy" not found
configuration.task-reference | - | 1.11-1.12 | missing task reference
configuration.task-reference | - | 1.11-1.12 | unknown task reference kind "Target"
configuration.task-reference | - | 1.11-1.12 | missing value for variable "service"
# pkg/controller/promotionrequests/promotionrequests.go promotion
orchestrator.enterprise-only | - | 1.12-1.12 | PromotionRequests are a Kargo Enterprise-only feature
`);
