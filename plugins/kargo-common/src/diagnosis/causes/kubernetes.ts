import { ruleFamily } from '../rule';

/** What the API server of Kubernetes answers to Kargo. */
export const KUBERNETES_RULES = ruleFamily(
  'kubernetes',
  {
    layer: 'outside',
    source: 'k8s.io/apimachinery, etcd',
    whoCanAct: 'kargo-admin',
  },
  [
    {
      id: 'forbidden',
      patterns: [
        'is forbidden: User "{user}" cannot {verb:w} resource "{resource}"',
        'is forbidden: User ',
      ],
      cause:
        'The service account of the controller may not do this in the cluster.',
      nextStep:
        'Give it the right that the message names; check that the role bindings of this project exist.',
    },
    {
      id: 'quota',
      patterns: ['exceeded quota: '],
      cause: 'The quota of the namespace is used up.',
      nextStep: 'Raise the quota or delete what is not needed.',
      whoCanAct: 'platform-team',
    },
    {
      id: 'conflict',
      patterns: [
        'the object has been modified; please apply your changes to the latest version',
      ],
      cause: 'Something else changed the object in the same moment.',
      nextStep: 'Try again; it passes by itself.',
      safeToRetry: 'yes',
      whoCanAct: 'nobody',
    },
    {
      id: 'too-large',
      patterns: [
        'etcdserver: request is too large',
        'Request entity too large',
        'Too long: must have at most',
        'trying to send message larger than max',
        'exceeds the maximum size',
      ],
      cause:
        'The object has become larger than the cluster stores: mostly the outputs of steps, or a very long message.',
      nextStep: 'Reduce the outputs of the steps.',
      whoCanAct: 'developer',
    },
    {
      id: 'webhook-denied',
      patterns: ['admission webhook "{webhook}" denied the request'],
      cause: 'The admission webhook {webhook} refused the object.',
      nextStep:
        'Read the reason in the message; the webhook is a policy of the company or of Kargo itself.',
      whoCanAct: 'developer',
    },
    {
      id: 'webhook-unavailable',
      patterns: [
        'failed calling webhook "{webhook}"',
        'failed calling webhook ',
        'conversion webhook for ',
      ],
      cause:
        'The admission webhook {webhook} cannot be reached, so the cluster accepts nothing that it should check.',
      nextStep: 'Look at the pods and the certificate of the webhook.',
      safeToRetry: 'yes',
    },
    {
      id: 'no-such-kind',
      patterns: [
        'no matches for kind "{kind}" in version ',
        'the server could not find the requested resource',
        'no kind is registered for the type ',
      ],
      cause:
        'The cluster does not know the kind: its custom resource definition is missing, or of another version.',
      nextStep:
        'Install the custom resource definitions in the version of the controller.',
    },
    {
      id: 'invalid',
      patterns: [' is invalid: {reason}'],
      cause: 'The cluster refused the object: {reason}',
      nextStep:
        'Correct the field that the message names; custom resource definitions older than the controller are a usual reason.',
      confidence: 'likely',
    },
    {
      id: 'not-found',
      patterns: [
        'configmaps "{name}" not found',
        'secrets "{name}" not found',
        'stages.kargo.akuity.io "{name}" not found',
        'freights.kargo.akuity.io "{name}" not found',
        'warehouses.kargo.akuity.io "{name}" not found',
        'promotions.kargo.akuity.io "{name}" not found',
        'projectconfigs.kargo.akuity.io "{name}" not found',
        'analysisruns.argoproj.io "{name}" not found',
        'analysistemplates.argoproj.io "{name}" not found',
        'clusteranalysistemplates.argoproj.io "{name}" not found',
        'applications.argoproj.io "{name}" not found',
        'namespaces "{name}" not found',
        'promotiontasks.kargo.akuity.io "{name}" not found',
      ],
      cause:
        'The object {name} does not exist in the cluster of this controller.',
      nextStep:
        'Create it, or correct its name and namespace where it is used.',
      whoCanAct: 'developer',
    },
    {
      id: 'exists',
      patterns: [
        '" already exists$',
        'already exists, the server was not able to generate a unique name',
      ],
      cause: 'An object of this name exists already.',
      nextStep: 'Look at the object; an earlier attempt may have made it.',
      safeToRetry: 'yes',
      confidence: 'likely',
    },
    {
      id: 'slow',
      patterns: [
        'etcdserver: request timed out',
        'the server was unable to return a response in the time allotted',
        'client rate limiter Wait returned an error',
        'the server has received too many requests',
        'etcdserver: leader changed',
        'the server is currently unable to handle the request',
        'Timeout: request did not complete',
      ],
      cause:
        'The API server of the cluster is overloaded or was switching its leader.',
      nextStep: 'Try again; if it returns, look at the load of the API server.',
      safeToRetry: 'yes',
      whoCanAct: 'platform-team',
    },
    {
      id: 'terminating',
      patterns: [
        'because it is being terminated',
        'namespace {namespace:w} is being terminated',
      ],
      cause: 'The namespace is being deleted.',
      nextStep: 'Ask who deletes the project.',
      safeToRetry: 'no',
    },
    {
      id: 'unauthorised',
      patterns: [
        'the server has asked for the client to provide credentials',
        ': Unauthorized$',
      ],
      cause:
        'The API server does not accept the credentials of the controller.',
      nextStep:
        'Renew the token or kubeconfig of the controller for this cluster.',
    },
  ],
);
