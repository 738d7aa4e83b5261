import { collectedTexts } from './collectedTexts';

/** Texts of the files named, made from their templates with values as they occur. */
export const STAGE_TEXTS = collectedTexts(String.raw`
# pkg/api/freight.go stage-health
kubernetes.forbidden | - | 1.9-1.12 | error getting Freight "9f2c1ab77d0c" in namespace "shop": stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
kubernetes.conflict | - | 1.9-1.12 | error getting Freight "9f2c1ab77d0c" in namespace "shop": Operation cannot be fulfilled on stages.kargo.akuity.io "prod": the object has been modified; please apply your changes to the latest version and try again
kubernetes.slow | - | 1.9-1.12 | error getting Freight "9f2c1ab77d0c" in namespace "shop": etcdserver: request timed out
kubernetes.forbidden | - | 1.9-1.12 | error listing Freight with alias "deploy" in namespace "shop": stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
kubernetes.conflict | - | 1.9-1.12 | error listing Freight with alias "deploy" in namespace "shop": Operation cannot be fulfilled on stages.kargo.akuity.io "prod": the object has been modified; please apply your changes to the latest version and try again
kubernetes.slow | - | 1.9-1.12 | error listing Freight with alias "deploy" in namespace "shop": etcdserver: request timed out
kubernetes.forbidden | - | 1.9-1.12 | error listing Freight in namespace "shop" with current stage "prod": stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
kubernetes.conflict | - | 1.9-1.12 | error listing Freight in namespace "shop" with current stage "prod": Operation cannot be fulfilled on stages.kargo.akuity.io "prod": the object has been modified; please apply your changes to the latest version and try again
kubernetes.slow | - | 1.9-1.12 | error listing Freight in namespace "shop" with current stage "prod": etcdserver: request timed out
# pkg/api/project_config.go stage-health
kubernetes.forbidden | - | 1.9-1.12 | failed to auto-promote Freight: error getting ProjectConfig "apps/shop": stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
# pkg/api/stage.go stage-health
kubernetes.forbidden | - | 1.9-1.12 | error getting Stage "prod" in namespace "shop": stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
kubernetes.conflict | - | 1.9-1.12 | error getting Stage "prod" in namespace "shop": Operation cannot be fulfilled on stages.kargo.akuity.io "prod": the object has been modified; please apply your changes to the latest version and try again
kubernetes.slow | - | 1.9-1.12 | error getting Stage "prod" in namespace "shop": etcdserver: request timed out
freight.warehouse-not-found | - | 1.9-1.12 | Warehouse "web" not found in namespace "shop"
stage.no-verification-to-act-on | - | 1.9-1.12 | stage has no current freight
stage.no-verification-to-act-on | - | 1.9-1.12 | stage has no current verification info
stage.no-verification-to-act-on | - | 1.9-1.12 | current stage verification info has no ID
stage.authorised-stage-format | - | 1.11-1.12 | invalid authorized Stage "prod": expected format "apps/shop"
stage.authorised-stage-format | - | 1.11-1.12 | invalid authorized Stage "prod": deprecated glob expressions are no longer supported
stage.authorised-stage-format | - | 1.11-1.12 | no authorized Stages found in "apps/shop"
# pkg/api/warehouse.go stage-health
kubernetes.forbidden | - | 1.9-1.12 | failed to auto-promote Freight: error getting Warehouse "web" in namespace "shop": stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
stage.availability-strategy | - | 1.9-1.12 | failed to auto-promote Freight: unsupported AvailabilityStrategy: apps/shop
kubernetes.forbidden | - | 1.9-1.12 | failed to auto-promote Freight: error listing Freight for Warehouse "web" in namespace "shop": stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
# pkg/controller/stages/regular_stages.go stage-health
kubernetes.forbidden | - | 1.9-1.12 | failed to update Stage status: stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
kubernetes.conflict | - | 1.9-1.12 | failed to update Stage status: Operation cannot be fulfilled on stages.kargo.akuity.io "prod": the object has been modified; please apply your changes to the latest version and try again
kubernetes.slow | - | 1.9-1.12 | failed to update Stage status: etcdserver: request timed out
kubernetes.too-large | - | 1.9-1.12 | failed to update Stage status: etcdserver: request is too large
kubernetes.forbidden | - | 1.9-1.12 | failed to sync Promotions: stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
kubernetes.conflict | - | 1.9-1.12 | failed to sync Promotions: Operation cannot be fulfilled on stages.kargo.akuity.io "prod": the object has been modified; please apply your changes to the latest version and try again
kubernetes.slow | - | 1.9-1.12 | failed to sync Promotions: etcdserver: request timed out
kubernetes.forbidden | - | 1.9-1.12 | failed to sync Freight: stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
kubernetes.conflict | - | 1.9-1.12 | failed to sync Freight: Operation cannot be fulfilled on stages.kargo.akuity.io "prod": the object has been modified; please apply your changes to the latest version and try again
kubernetes.slow | - | 1.9-1.12 | failed to sync Freight: etcdserver: request timed out
health.evaluated-unknown | - | 1.9-1.9 | Stage health evaluated to Unknown
kubernetes.forbidden | - | 1.9-1.12 | failed to verify Stage Freight: stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
kubernetes.conflict | - | 1.9-1.12 | failed to verify Stage Freight: Operation cannot be fulfilled on stages.kargo.akuity.io "prod": the object has been modified; please apply your changes to the latest version and try again
kubernetes.slow | - | 1.9-1.12 | failed to verify Stage Freight: etcdserver: request timed out
kubernetes.forbidden | - | 1.9-1.12 | failed to verify Freight for Stage: stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
kubernetes.conflict | - | 1.9-1.12 | failed to verify Freight for Stage: Operation cannot be fulfilled on stages.kargo.akuity.io "prod": the object has been modified; please apply your changes to the latest version and try again
kubernetes.slow | - | 1.9-1.12 | failed to verify Freight for Stage: etcdserver: request timed out
kubernetes.forbidden | - | 1.9-1.12 | failed to auto-promote Freight: stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
kubernetes.conflict | - | 1.9-1.12 | failed to auto-promote Freight: Operation cannot be fulfilled on stages.kargo.akuity.io "prod": the object has been modified; please apply your changes to the latest version and try again
kubernetes.slow | - | 1.9-1.12 | failed to auto-promote Freight: etcdserver: request timed out
kubernetes.forbidden | - | 1.9-1.12 | failed to list Promotions for Stage "prod" in namespace "shop": stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
kubernetes.conflict | - | 1.9-1.12 | failed to list Promotions for Stage "prod" in namespace "shop": Operation cannot be fulfilled on stages.kargo.akuity.io "prod": the object has been modified; please apply your changes to the latest version and try again
kubernetes.slow | - | 1.9-1.12 | failed to list Promotions for Stage "prod" in namespace "shop": etcdserver: request timed out
stage.in-progress | - | 1.9-1.12 | Waiting for health check to be performed after successful promotion
stage.in-progress | - | 1.9-1.12 | Promotion "prod.01j9.9f2c1ab" is currently Running
stage.in-progress | - | 1.9-1.12 | Stage has a Promotion in progress
health.promotion-running | - | 1.9-1.12 | Cannot assess health because a Promotion is currently in progress
health.no-freight | - | 1.9-1.12 | Stage has no current Freight
health.last-promotion-failed | - | 1.9-1.12 | Cannot assess health because last Promotion did not succeed
stage.not-healthy | - | 1.9-1.12 | Stage is unhealthy (2 issues in 2 health checks)
kubernetes.conflict | - | 1.9-1.12 | error patching status of Freight "9f2c1ab77d0c" in namespace "shop": Operation cannot be fulfilled on stages.kargo.akuity.io "prod": the object has been modified; please apply your changes to the latest version and try again
kubernetes.forbidden | - | 1.9-1.12 | error getting Freight "9f2c1ab77d0c" in namespace "shop": stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
freight.not-found | - | 1.9-1.12 | Freight "9f2c1ab77d0c" not found in namespace "shop"
stage.in-progress | - | 1.9-1.12 | Freight is currently being verified
stage.several-upstream | - | 1.9-1.10 | unexpectedly found 2 available Freight running immediately upstream from Stage "prod" in namespace "shop"; this should not be possible
kubernetes.slow | - | 1.9-1.10 | error listing existing non-terminal Promotions for Freight "9f2c1ab77d0c" in namespace "shop": etcdserver: request timed out
kubernetes.slow | - | 1.9-1.12 | error listing existing terminal Promotions for Freight "9f2c1ab77d0c" in namespace "shop": etcdserver: request timed out
kubernetes.slow | - | 1.9-1.12 | error listing existing Promotions for Freight "9f2c1ab77d0c" in namespace "shop": etcdserver: request timed out
kubernetes.slow | - | 1.9-1.10 | error building Promotion for Freight "9f2c1ab77d0c" in namespace "shop": etcdserver: request timed out
kubernetes.webhook-denied | - | 1.9-1.12 | error creating Promotion for Freight "9f2c1ab77d0c" in namespace "shop": admission webhook "freight.kargo.akuity.io" denied the request: freight with the same artifacts exists
kubernetes.forbidden | - | 1.9-1.12 | error creating Promotion for Freight "9f2c1ab77d0c" in namespace "shop": stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
kubernetes.forbidden | - | 1.9-1.10 | error getting ProjectConfig for Project "shop": stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
stage.policy-pattern | - | 1.9-1.10 | error parsing PromotionPolicy name pattern "[a-z": unable to parse requirement: found 'x', expected: in, notin, =, ==, !=, gt, lt
stage.policy-pattern | - | 1.9-1.10 | error parsing PromotionPolicy label selector "apps/shop": unable to parse requirement: found 'x', expected: in, notin, =, ==, !=, gt, lt
kubernetes.slow | - | 1.9-1.12 | error listing available Freight for Stage "prod": etcdserver: request timed out
kubernetes.forbidden | - | 1.9-1.12 | error handling deletion of Stage: stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
kubernetes.conflict | - | 1.9-1.12 | error handling deletion of Stage: Operation cannot be fulfilled on stages.kargo.akuity.io "prod": the object has been modified; please apply your changes to the latest version and try again
kubernetes.slow | - | 1.9-1.12 | error handling deletion of Stage: etcdserver: request timed out
kubernetes.forbidden | - | 1.9-1.12 | error removing finalizer from Stage: stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
kubernetes.conflict | - | 1.9-1.12 | error removing finalizer from Stage: Operation cannot be fulfilled on stages.kargo.akuity.io "prod": the object has been modified; please apply your changes to the latest version and try again
kubernetes.slow | - | 1.9-1.12 | error removing finalizer from Stage: etcdserver: request timed out
kubernetes.slow | - | 1.9-1.12 | error listing Freight verified in Stage "prod" in namespace "shop": etcdserver: request timed out
kubernetes.slow | - | 1.9-1.12 | error listing Freight approved for Stage "prod" in namespace "shop": etcdserver: request timed out
kubernetes.conflict | - | 1.9-1.12 | error clearing approval status of Freight "9f2c1ab77d0c" in namespace "shop": Operation cannot be fulfilled on stages.kargo.akuity.io "prod": the object has been modified; please apply your changes to the latest version and try again
stage.not-healthy | - | 1.9-1.12 | Stage is not healthy
stage.not-verified | - | 1.9-1.12 | Stage is not verified
kubernetes.forbidden | - | 1.11-1.12 | error checking auto-promotion policy for Stage "prod": stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
kubernetes.conflict | - | 1.11-1.12 | error checking auto-promotion policy for Stage "prod": Operation cannot be fulfilled on stages.kargo.akuity.io "prod": the object has been modified; please apply your changes to the latest version and try again
kubernetes.slow | - | 1.11-1.12 | error checking auto-promotion policy for Stage "prod": etcdserver: request timed out
kubernetes.forbidden | - | 1.11-1.12 | failed to compute effective auto-promotion holds: stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
kubernetes.conflict | - | 1.11-1.12 | failed to compute effective auto-promotion holds: Operation cannot be fulfilled on stages.kargo.akuity.io "prod": the object has been modified; please apply your changes to the latest version and try again
kubernetes.slow | - | 1.11-1.12 | failed to compute effective auto-promotion holds: etcdserver: request timed out
kubernetes.slow | - | 1.12-1.12 | error listing existing PromotionRequests for Freight "9f2c1ab77d0c" in namespace "shop": etcdserver: request timed out
kubernetes.slow | - | 1.12-1.12 | error building PromotionRequest for Freight "9f2c1ab77d0c" in namespace "shop": etcdserver: request timed out
kubernetes.webhook-denied | - | 1.12-1.12 | error creating PromotionRequest for Freight "9f2c1ab77d0c" in namespace "shop": admission webhook "freight.kargo.akuity.io" denied the request: freight with the same artifacts exists
kubernetes.forbidden | - | 1.12-1.12 | error creating PromotionRequest for Freight "9f2c1ab77d0c" in namespace "shop": stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
# pkg/controller/stages/regular_stages.go verification
stage.in-progress | - | 1.9-1.12 | Waiting for verification to be performed after successful promotion
stage.in-progress | - | 1.9-1.12 | Freight is pending verification
verification.unknown-phase | - | 1.9-1.12 | Freight verification is in an unknown phase: [Paused]
kubernetes.conflict | - | 1.9-1.12 | error marking Freight "9f2c1ab77d0c" as verified in Stage: Operation cannot be fulfilled on stages.kargo.akuity.io "prod": the object has been modified; please apply your changes to the latest version and try again
verification.integration-disabled | - | 1.9-1.12 | Rollouts integration is disabled on this controller: cannot start verification
kubernetes.forbidden | - | 1.9-1.12 | error building AnalysisRun for Stage "prod" and Freight collection "9f2c1ab" in namespace "shop": stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
expressions.artifact-not-in-freight | - | 1.9-1.12 | error building AnalysisRun for Stage "prod" and Freight collection "9f2c1ab" in namespace "shop": failed to evaluate expression: cannot fetch Tag from <nil> (1:33)
kubernetes.invalid | - | 1.9-1.12 | error creating AnalysisRun "prod.01j9" in namespace "shop": AnalysisRun.argoproj.io "prod.01" is invalid: spec.metrics[0].name: Required value
kubernetes.forbidden | - | 1.9-1.12 | error creating AnalysisRun "prod.01j9" in namespace "shop": stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
verification.run-lost | - | 1.9-1.12 | no current verification info for Freight collection "9f2c1ab"
verification.run-lost | - | 1.9-1.12 | no AnalysisRun reference in current verification info for Freight collection "9f2c1ab"
verification.integration-disabled | - | 1.9-1.12 | Rollouts integration is disabled on this controller: cannot get verification result
kubernetes.forbidden | - | 1.9-1.12 | error getting AnalysisRun "prod.01j9" in namespace "shop": stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
kubernetes.slow | - | 1.9-1.12 | error getting AnalysisRun "prod.01j9" in namespace "shop": etcdserver: request timed out
verification.integration-disabled | - | 1.9-1.12 | Rollouts integration is disabled on this controller: cannot abort verification
kubernetes.conflict | - | 1.9-1.12 | error terminating AnalysisRun "prod.01j9" in namespace "shop": Operation cannot be fulfilled on stages.kargo.akuity.io "prod": the object has been modified; please apply your changes to the latest version and try again
verification.aborted | - | 1.9-1.12 | Verification aborted by user
kubernetes.forbidden | - | 1.9-1.12 | error listing AnalysisRuns for Stage "prod" and Freight collection "9f2c1ab" in namespace "shop": stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
kubernetes.conflict | - | 1.9-1.12 | error clearing verification status of Freight "9f2c1ab77d0c" in namespace "shop": Operation cannot be fulfilled on stages.kargo.akuity.io "prod": the object has been modified; please apply your changes to the latest version and try again
kubernetes.forbidden | - | 1.9-1.12 | error deleting AnalysisRuns for Stage "prod" in namespace "shop": stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
# pkg/rollouts/analysis_run_builder.go verification
analysis-template.invalid-metrics | - | 1.9-1.12 | error building AnalysisRun for Stage "prod" and Freight collection "9f2c1ab" in namespace "shop": missing verification configuration
analysis-template.not-found | - | 1.9-1.12 | error building AnalysisRun for Stage "prod" and Freight collection "9f2c1ab" in namespace "shop": get analysis templates: get AnalysisTemplate "smoke" in namespace "shop": analysistemplates.argoproj.io "smoke" not found
analysis-template.argument-missing | - | 1.9-1.12 | error building AnalysisRun for Stage "prod" and Freight collection "9f2c1ab" in namespace "shop": build spec: unresolved argument "service": neither Value nor ValueFrom is set
analysis-template.owner | - | 1.9-1.12 | error building AnalysisRun for Stage "prod" and Freight collection "9f2c1ab" in namespace "shop": build owner references: stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
analysis-template.duplicate-metric | - | 1.9-1.12 | error building AnalysisRun for Stage "prod" and Freight collection "9f2c1ab" in namespace "shop": flatten templates: duplicate metric name: "error-rate"
analysis-template.argument-expression | - | 1.9-1.12 | error building AnalysisRun for Stage "prod" and Freight collection "9f2c1ab" in namespace "shop": build arguments: evaluate argument "service": unexpected token EOF (1:6)
analysis-template.argument-expression | - | 1.9-1.12 | error building AnalysisRun for Stage "prod" and Freight collection "9f2c1ab" in namespace "shop": vars in argument evaluation config env is of unexpected type string
analysis-template.argument-expression | - | 1.9-1.12 | error building AnalysisRun for Stage "prod" and Freight collection "9f2c1ab" in namespace "shop": evaluate variable "service": unknown name imageForm (1:1)
analysis-template.argument-expression | - | 1.9-1.12 | error building AnalysisRun for Stage "prod" and Freight collection "9f2c1ab" in namespace "shop": evaluate argument "service": unknown name imageForm (1:1)
analysis-template.argument-expression | - | 1.9-1.12 | error building AnalysisRun for Stage "prod" and Freight collection "9f2c1ab" in namespace "shop": evaluated argument "service" value is not a string but string
analysis-template.conflicting-argument | - | 1.9-1.12 | error building AnalysisRun for Stage "prod" and Freight collection "9f2c1ab" in namespace "shop": merge arguments: conflicting values for argument "service": "a" and "b"
analysis-template.not-found | - | 1.9-1.12 | error building AnalysisRun for Stage "prod" and Freight collection "9f2c1ab" in namespace "shop": get analysis templates: get apps/shop "apps/shop" in namespace "shop": analysistemplates.argoproj.io "smoke" not found
analysis-template.not-found | - | 1.9-1.12 | error building AnalysisRun for Stage "prod" and Freight collection "9f2c1ab" in namespace "shop": get analysis templates: get ClusterAnalysisRun "prod.01j9": analysistemplates.argoproj.io "smoke" not found
analysis-template.not-found | - | 1.9-1.12 | error building AnalysisRun for Stage "prod" and Freight collection "9f2c1ab" in namespace "shop": get analysis templates: get AnalysisRun "prod.01j9" in namespace "shop": analysistemplates.argoproj.io "smoke" not found
# pkg/rollouts/analysis_template.go verification
analysis-template.duplicate-metric | - | 1.9-1.12 | error building AnalysisRun for Stage "prod" and Freight collection "9f2c1ab" in namespace "shop": build spec: flatten templates: flatten metrics: duplicate metric name: "error-rate"
analysis-template.duplicate-metric | - | 1.9-1.12 | error building AnalysisRun for Stage "prod" and Freight collection "9f2c1ab" in namespace "shop": build spec: flatten templates: flatten dry-run metrics: duplicate metric name: "error-rate"
analysis-template.duplicate-metric | - | 1.9-1.12 | error building AnalysisRun for Stage "prod" and Freight collection "9f2c1ab" in namespace "shop": build spec: flatten templates: flatten measurement retention metrics: duplicate metric name: "error-rate"
analysis-template.conflicting-argument | - | 1.9-1.12 | error building AnalysisRun for Stage "prod" and Freight collection "9f2c1ab" in namespace "shop": build spec: flatten templates: flatten arguments: conflicting values for argument "service": "a" and "b"
analysis-template.duplicate-metric | - | 1.9-1.12 | error building AnalysisRun for Stage "prod" and Freight collection "9f2c1ab" in namespace "shop": build spec: flatten templates: duplicate metric name: "error-rate"
analysis-template.invalid-metrics | - | 1.9-1.12 | error building AnalysisRun for Stage "prod" and Freight collection "9f2c1ab" in namespace "shop": build spec: flatten templates: validate dry-run metrics: dry-run metric "x" not found
analysis-template.invalid-metrics | - | 1.9-1.12 | error building AnalysisRun for Stage "prod" and Freight collection "9f2c1ab" in namespace "shop": build spec: flatten templates: validate measurement retention metrics: dry-run metric "x" not found
analysis-template.conflicting-argument | - | 1.9-1.12 | error building AnalysisRun for Stage "prod" and Freight collection "9f2c1ab" in namespace "shop": build spec: flatten templates: conflicting values for argument "service": "apps/shop" and "stage/prod"
analysis-template.duplicate-metric | - | 1.9-1.12 | error building AnalysisRun for Stage "prod" and Freight collection "9f2c1ab" in namespace "shop": build spec: flatten templates: duplicate dry-run metric name: "error-rate"
analysis-template.duplicate-metric | - | 1.9-1.12 | error building AnalysisRun for Stage "prod" and Freight collection "9f2c1ab" in namespace "shop": build spec: flatten templates: duplicate measurement retention metric name: "error-rate"
analysis-template.argument-missing | - | 1.9-1.12 | error building AnalysisRun for Stage "prod" and Freight collection "9f2c1ab" in namespace "shop": build spec: flatten templates: validate merged arguments: unresolved argument "service": neither Value nor ValueFrom is set
analysis-template.argument-missing | - | 1.9-1.12 | error building AnalysisRun for Stage "prod" and Freight collection "9f2c1ab" in namespace "shop": build spec: flatten templates: unresolved argument "service": neither Value nor ValueFrom is set
# pkg/api/auto_promotion.go stage-health
kubernetes.forbidden | - | 1.11-1.12 | failed to auto-promote Freight: error getting ProjectConfig for Project "shop": stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
stage.policy-pattern | - | 1.11-1.12 | failed to auto-promote Freight: error parsing PromotionPolicy name pattern "[a-z": unable to parse requirement: found 'x', expected: in, notin, =, ==, !=, gt, lt
stage.policy-pattern | - | 1.11-1.12 | failed to auto-promote Freight: error parsing PromotionPolicy label selector "apps/shop": unable to parse requirement: found 'x', expected: in, notin, =, ==, !=, gt, lt
# pkg/api/target.go stage-health
stage.target-selector | - | 1.12-1.12 | error parsing target selector 2: unable to parse requirement: found 'x', expected: in, notin, =, ==, !=, gt, lt
stage.target-selector | - | 1.12-1.12 | error listing Targets in namespace "shop": unable to parse requirement: found 'x', expected: in, notin, =, ==, !=, gt, lt
`);
