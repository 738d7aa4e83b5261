import { collectedTexts } from './collectedTexts';

/** Texts of the files named, made from their templates with values as they occur. */
export const ARGOCD_TEXTS = collectedTexts(String.raw`
# pkg/controller/argocd/api/v1alpha1/application_helpers.go stage-health
kubernetes.forbidden | - | 1.9-1.12 | error getting Argo CD Application "shop-prod" in namespace "shop": stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
# pkg/health/aggregating_checker.go stage-health
health.unreadable-check | - | 1.9-1.12 | failed to marshal health output: invalid character '<' looking for beginning of value
health.no-checker | - | 1.9-1.12 | no health checker registered for health check kind "Target"
# pkg/health/checker/builtin/argocd.go stage-health
health.unreadable-check | - | 1.9-1.12 | could not convert opaque input into apps/shop health check input: invalid character '<' looking for beginning of value
argocd.integration-disabled | - | 1.9-1.12 | Argo CD integration is disabled on this controller; cannot assess the health or sync status of Argo CD Applications
argocd.application-not-found | - | 1.9-1.12 | unable to find Argo CD Application "shop-prod" in namespace "shop"
kubernetes.forbidden | - | 1.9-1.12 | error finding Argo CD Application "shop-prod" in namespace "shop": stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
kubernetes.conflict | - | 1.9-1.12 | error finding Argo CD Application "shop-prod" in namespace "shop": Operation cannot be fulfilled on stages.kargo.akuity.io "prod": the object has been modified; please apply your changes to the latest version and try again
kubernetes.slow | - | 1.9-1.12 | error finding Argo CD Application "shop-prod" in namespace "shop": etcdserver: request timed out
health.operation-not-finished | - | 1.9-1.9 | last operation of Argo CD Application "shop-prod" in namespace "shop" has status "Running"; Application health status not trusted
health.operation-just-finished | - | 1.9-1.9 | last operation of Argo CD Application "shop-prod" in namespace "shop" completed less than 10s ago; Application health status not trusted
health.comparison-error | - | 1.9-1.12 | Argo CD Application "shop-prod" in namespace "shop" has "ComparisonError" condition: Failed to load target state: app path does not exist
health.being-synced | - | 1.9-1.12 | Argo CD Application "shop-prod" in namespace "shop" is being synced
argocd.revisions-do-not-match | - | 1.9-1.12 | Argo CD Application "shop-prod" in namespace "shop" has 2 sources but 2 desired revisions
argocd.revisions-do-not-match | - | 1.9-1.12 | Argo CD Application "shop-prod" in namespace "shop" has 2 observed revisions but 2 desired revisions
health.wrong-revision | - | 1.9-1.12 | Source 2 with RepoURL https://git.example.com/shop/manifests.git of Application "shop-prod" in namespace "shop" does not match the desired revision "apps/shop".
health.wrong-revision | - | 1.9-1.12 | Not all sources of Application "shop-prod" in namespace "shop" are synced to the desired revisions. Issues: apps/shop
health.progressing | - | 1.9-1.12 | Argo CD Application "shop-prod" in namespace "shop" is progressing
health.suspended | - | 1.9-1.12 | Argo CD Application "shop-prod" in namespace "shop" is suspended
health.degraded | - | 1.9-1.12 | Argo CD Application "shop-prod" in namespace "shop" has health state "Degraded"
health.not-yet-reconciled | - | 1.10-1.12 | Argo CD Application "shop-prod" in namespace "shop" was not reconciled after its most recent operation completed; Application health status not trusted
# pkg/promotion/runner/builtin/argocd_updater.go promotion
argocd.integration-disabled | argocd-update | 1.9-1.12 | Argo CD integration is disabled on this controller; cannot update Argo CD Application resources
argocd.phases-contradict | argocd-update | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": could not determine promotion step status from operation phases: [Paused]
argocd.sources-do-not-match | argocd-update | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": Application "shop-prod" in namespace "shop": no source of Argo CD Application "shop-prod" in namespace "argocd" matched update for source with repoURL https://git.example.com/shop/manifests.git
argocd.sources-do-not-match | argocd-update | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": selected Applications must have compatible sources; 2 incompatible. No Applications were updated:\\nno source of Argo CD Application "shop-prod" in namespace "argocd" matched update for source with repoURL https://git.example.com/shop/manifests.git
argocd.sources-do-not-match | argocd-update | 1.9-1.12 | selected Applications must have compatible sources; 2 incompatible (showing first 2). No Applications were updated:\\nno source of Argo CD Application "shop-prod" in namespace "argocd" matched update for source with repoURL https://git.example.com/shop/manifests.git
argocd.sync-failed | argocd-update | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": Argo CD Application "shop-prod" in namespace "shop" failed with: health check of the rollout timed out
argocd.sources-do-not-match | argocd-update | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": error building desired sources for Argo CD Application "shop-prod" in namespace "shop": no source of Argo CD Application "shop-prod" in namespace "argocd" matched update for source with repoURL https://git.example.com/shop/manifests.git
kubernetes.forbidden | argocd-update | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error syncing Argo CD Application "shop-prod" in namespace "shop": stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
kubernetes.conflict | argocd-update | 1.9-1.12 | error syncing Argo CD Application "shop-prod" in namespace "shop": Operation cannot be fulfilled on stages.kargo.akuity.io "prod": the object has been modified; please apply your changes to the latest version and try again
kubernetes.slow | argocd-update | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error syncing Argo CD Application "shop-prod" in namespace "shop": etcdserver: request timed out
argocd.revisions-do-not-match | argocd-update | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": Argo CD Application "shop-prod" in namespace "shop" has 2 sources but 2 desired revisions
argocd.sources-do-not-match | argocd-update | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": no source of Argo CD Application "shop-prod" in namespace "shop" matched update for source with repoURL https://git.example.com/shop/manifests.git
argocd.sources-do-not-match | argocd-update | 1.9-1.12 | no source of Argo CD Application "shop-prod" in namespace "shop" matched update for source with repoURL https://git.example.com/shop/manifests.git and chart "shop"
argocd.operation-by-other | argocd-update | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": current operation was initiated by "email:ada@example.com": waiting for operation to complete
argocd.operation-by-other | argocd-update | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": current operation was not initiated for Promotion prod.01j9.9f2c1ab: waiting for operation to complete
kubernetes.forbidden | argocd-update | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error patching Argo CD Application "shop-prod": stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
kubernetes.conflict | argocd-update | 1.9-1.12 | error patching Argo CD Application "shop-prod": Operation cannot be fulfilled on stages.kargo.akuity.io "prod": the object has been modified; please apply your changes to the latest version and try again
kubernetes.slow | argocd-update | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error patching Argo CD Application "shop-prod": etcdserver: request timed out
kubernetes.webhook-unavailable | argocd-update | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": error patching Argo CD Application "shop-prod": Internal error occurred: failed calling webhook "promotion.kargo.akuity.io": failed to call webhook: Post "https://kargo-webhooks-server.kargo.svc:443/validate": EOF
format.label | argocd-update | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error building label selector: unable to parse requirement: found 'x', expected: in, notin, =, ==, !=, gt, lt
kubernetes.forbidden | argocd-update | 1.9-1.12 | error listing Argo CD Applications matching selector: stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
kubernetes.conflict | argocd-update | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error listing Argo CD Applications matching selector: Operation cannot be fulfilled on stages.kargo.akuity.io "prod": the object has been modified; please apply your changes to the latest version and try again
kubernetes.slow | argocd-update | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": error listing Argo CD Applications matching selector: etcdserver: request timed out
kubernetes.forbidden | argocd-update | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error finding Argo CD Application "shop-prod" in namespace "shop": stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
kubernetes.no-such-kind | argocd-update | 1.9-1.12 | error finding Argo CD Application "shop-prod" in namespace "shop": no matches for kind "Application" in version "argoproj.io/v1alpha1"
kubernetes.slow | argocd-update | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error finding Argo CD Application "shop-prod" in namespace "shop": etcdserver: request timed out
argocd.application-not-found | argocd-update | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": unable to find Argo CD Application "shop-prod" in namespace "shop"
argocd.no-application-selected | argocd-update | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": no Argo CD Applications found matching selector in namespace "shop"
argocd.not-authorised | argocd-update | 1.9-1.12 | found 2 Application(s) matching selector in namespace "shop", but none are authorized for Stage prod:apps/shop
argocd.not-authorised | argocd-update | 1.9-1.12 | step "deploy" met error threshold of 1: error running step "deploy": Argo CD Application "shop-prod" in namespace "shop" is not authorized
argocd.not-authorised | argocd-update | 1.9-1.12 | an unrecoverable error occurred: error running step "deploy": Argo CD Application "shop-prod" in namespace "shop" does not permit mutation by Kargo Stage prod in namespace shop
argocd.authorisation-unreadable | argocd-update | 1.9-1.10 | step "deploy" met error threshold of 1: error running step "deploy": unable to parse value of annotation "kargo.akuity.io/authorized-stage" ("apps/shop") on Argo CD Application "shop-prod" in namespace "shop"
argocd.authorisation-unreadable | argocd-update | 1.9-1.10 | Argo CD Application "shop-prod" in namespace "shop" has deprecated glob expression in annotation "kargo.akuity.io/authorized-stage" ("apps/shop")
argocd.selector | argocd-update | 1.9-1.9 | step "deploy" met error threshold of 1: error running step "deploy": selector must have at least one match criterion
argocd.selector | argocd-update | 1.9-1.9 | an unrecoverable error occurred: error running step "deploy": invalid matchLabel apps/shop=apps/shop: values: Invalid value: []string{}: for 'in', 'notin' operators, values set can't be empty
argocd.selector | argocd-update | 1.9-1.9 | step "deploy" met error threshold of 1: error running step "deploy": invalid operator: apps/shop
argocd.selector | argocd-update | 1.9-1.9 | invalid matchExpression: values: Invalid value: []string{}: for 'in', 'notin' operators, values set can't be empty
argocd.authorisation-unreadable | argocd-update | 1.11-1.12 | unable to parse value of annotation "kargo.akuity.io/authorized-stage" ("apps/shop") on Argo CD Application "shop-prod" in namespace "shop": invalid authorized Stage "*:*": expected format "<project>:<stage>"
# pkg/promotion/runner/builtin/argocd_common.go promotion
argocd.selector | argocd-update | 1.10-1.12 | an unrecoverable error occurred: error running step "deploy": error building label selector: selector must have at least one match criterion
argocd.selector | argocd-update | 1.10-1.12 | step "deploy": error building label selector: invalid matchLabel apps/shop=apps/shop: values: Invalid value: []string{}: for 'in', 'notin' operators, values set can't be empty
argocd.selector | argocd-update | 1.10-1.12 | error building label selector: invalid operator: apps/shop
argocd.selector | argocd-update | 1.10-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error building label selector: invalid matchExpression: values: Invalid value: []string{}: for 'in', 'notin' operators, values set can't be empty
# pkg/promotion/runner/builtin/argocd_waiter.go promotion
format.label | argocd-wait | 1.10-1.12 | an unrecoverable error occurred: error running step "deploy": error building label selector: unable to parse requirement: found 'x', expected: in, notin, =, ==, !=, gt, lt
kubernetes.forbidden | argocd-wait | 1.10-1.12 | step "deploy": error listing Argo CD Applications matching selector: stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
kubernetes.conflict | argocd-wait | 1.10-1.12 | error listing Argo CD Applications matching selector: Operation cannot be fulfilled on stages.kargo.akuity.io "prod": the object has been modified; please apply your changes to the latest version and try again
kubernetes.slow | argocd-wait | 1.10-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error listing Argo CD Applications matching selector: etcdserver: request timed out
argocd.no-application-selected | argocd-wait | 1.10-1.12 | an unrecoverable error occurred: error running step "deploy": no Argo CD Applications found matching selector in namespace "shop"
kubernetes.forbidden | argocd-wait | 1.10-1.12 | step "deploy": error finding Argo CD Application "shop-prod" in namespace "shop": stages.kargo.akuity.io "prod" is forbidden: User "system:serviceaccount:kargo:kargo-controller" cannot get resource "stages" in API group "kargo.akuity.io" in the namespace "shop"
kubernetes.conflict | argocd-wait | 1.10-1.12 | error finding Argo CD Application "shop-prod" in namespace "shop": Operation cannot be fulfilled on stages.kargo.akuity.io "prod": the object has been modified; please apply your changes to the latest version and try again
kubernetes.slow | argocd-wait | 1.10-1.12 | step "deploy" met error threshold of 1: error running step "deploy": error finding Argo CD Application "shop-prod" in namespace "shop": etcdserver: request timed out
argocd.application-not-found | argocd-wait | 1.10-1.12 | an unrecoverable error occurred: error running step "deploy": unable to find Argo CD Application "shop-prod" in namespace "shop"
`);
