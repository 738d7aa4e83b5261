/**
 * Namespaces of Kubernetes itself and of what comes with it: no team delivers there.
 *
 * @public
 */
export const SYSTEM_NAMESPACES: readonly string[] = [
  'kube-*',
  'openshift',
  'openshift-*',
  'gatekeeper-system',
  'kyverno',
  'cert-manager',
  'istio-system',
];
