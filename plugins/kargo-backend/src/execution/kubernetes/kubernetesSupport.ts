import type { ExecutorSupport } from '@fairway/plugin-kargo-common';
import type { WorkAction } from '../ActionExecutor';

const notHere = (reason: string): ExecutorSupport => ({
  supported: false,
  reason,
  whoCanAct: 'platform',
});

const needsPatch = (what: string, resource: string) =>
  notHere(
    `${what} through Kubernetes needs the right to patch ${resource}, which would also let people change their specification. Do it in Kargo, or let your platform team set the executor of this control plane to kargo-api.`,
  );

/**
 * What is done at the Kubernetes API, and why not the rest: there, Kargo's webhook asks for the right to promote on
 * Promotions only.
 *
 * @see akuity/kargo pkg/webhook/kubernetes/promotion/webhook.go and pkg/webhook/kubernetes/freight/webhook.go
 */
export const KUBERNETES_SUPPORT: Readonly<Record<WorkAction, ExecutorSupport>> =
  {
    promote: { supported: true },
    abort: { supported: true },
    'approve-freight': notHere(
      'Through Kubernetes, Kargo does not ask whether you may promote to the stage: whoever may approve any freight may approve it for every stage. Do it in Kargo, or let your platform team set the executor of this control plane to kargo-api.',
    ),
    refresh: needsPatch('A refresh', 'stages and warehouses'),
    reverify: needsPatch('Verifying again', 'stages'),
  };
