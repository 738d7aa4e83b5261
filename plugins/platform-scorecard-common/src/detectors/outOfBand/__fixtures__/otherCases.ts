import {
  BY_ARGO,
  DELIVERED,
  DELIVERY,
  delivered,
  entry,
  ENV,
  IMAGE,
  LABELS,
  labelledAs,
  LATER,
  LIMITS,
  pathOf,
  REPLICAS,
  RESTART,
  STATUS,
  WHOLE,
  type Fields,
  type LabelledCase,
} from './labelledCase';

const spec = (fields: Fields): Fields => ({ 'f:spec': fields });
const DATABASE = { apiVersion: 'platform.example.com/v1', kind: 'Database' };

const labelled = labelledAs({
  humanOutOfBandSpecChange: false,
  decidable: true,
});

/** No person changed a spec outside the path: the reason for the label stands above each case. */
export const OTHER_CASES: readonly LabelledCase[] = [
  // Flux alone.
  labelled('flux-only', [delivered('kustomize-controller')], {
    context: pathOf('kustomize-controller'),
  }),
  // The pipeline runs helm: declared, so on path.
  labelled('helm-by-ci', [entry('helm', 'Update', DELIVERED, DELIVERY)], {
    context: pathOf('helm'),
  }),
  // A Kargo promotion moves an Argo CD Application to a revision.
  labelled(
    'kargo-moves-application',
    [
      delivered('argocd-controller', spec({ 'f:project': {} })),
      entry(
        'kargo',
        'Update',
        LATER,
        spec({ 'f:source': { 'f:targetRevision': {} } }),
      ),
    ],
    { apiVersion: 'argoproj.io/v1alpha1', kind: 'Application' },
  ),
  // A Promotion is made by Kargo's API server for a person who is allowed to: that is the path.
  labelled(
    'kargo-makes-promotion',
    [entry('kargo', 'Update', LATER, spec({ 'f:freight': {}, 'f:stage': {} }))],
    { apiVersion: 'kargo.akuity.io/v1alpha1', kind: 'Promotion' },
  ),
  // The HorizontalPodAutoscaler runs in the controller manager.
  labelled('hpa', [
    delivered(),
    entry('kube-controller-manager', 'Update', undefined, REPLICAS, 'scale'),
  ]),
  // KEDA scales by itself.
  labelled('keda', [
    delivered(),
    entry('keda', 'Update', undefined, REPLICAS, 'scale'),
  ]),
  // The vertical autoscaler sets requests.
  labelled('vpa', [delivered(), entry('vpa-updater', 'Update', LATER, LIMITS)]),
  // Argo Rollouts scales the Deployment that it took over.
  labelled('argo-rollouts', [
    delivered(),
    entry('rollouts-controller', 'Update', LATER, REPLICAS),
  ]),
  // An operator of the company writes its own child.
  labelled('own-operator', [entry('ledger-operator', 'Update', LATER, WHOLE)], {
    owner: DATABASE,
  }),
  // An operator that never set its name is called like its binary.
  labelled(
    'operator-named-manager',
    [entry('manager', 'Update', LATER, WHOLE)],
    { owner: DATABASE },
  ),
  // Kueue unsuspends a Job and gives it node selectors.
  labelled(
    'kueue-admits-job',
    [
      delivered('argocd-controller', spec({ 'f:parallelism': {} })),
      entry('kueue', 'Update', LATER, spec({ 'f:suspend': {} })),
    ],
    { apiVersion: 'batch/v1', kind: 'Job' },
  ),
  // Crossplane applies composed resources under a name with a hash.
  labelled(
    'crossplane-composes',
    [
      entry(
        'apiextensions.crossplane.io/composed/0f3a',
        'Apply',
        LATER,
        spec({ 'f:forProvider': {} }),
      ),
    ],
    { ...DATABASE, owner: { apiVersion: 'example.org/v1', kind: 'XDatabase' } },
  ),
  // cert-manager puts its CA into the conversion webhook of a CRD.
  labelled(
    'ca-injector',
    [
      delivered('argocd-controller', spec({ 'f:group': {} })),
      entry(
        'cert-manager-cainjector',
        'Update',
        LATER,
        spec({ 'f:conversion': { 'f:webhook': {} } }),
      ),
    ],
    {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
    },
  ),
  // The scheduler binds a pod.
  labelled(
    'scheduler-binds',
    [entry('kube-scheduler', 'Update', LATER, spec({ 'f:nodeName': {} }))],
    { apiVersion: 'v1', kind: 'Pod' },
  ),
  // A restart from k9s: operational.
  labelled('k9s-restart', [
    delivered(),
    entry('k9s', 'Update', LATER, RESTART),
  ]),
  // A restart from Lens: operational.
  labelled('lens-restart', [
    delivered(),
    entry('node-fetch', 'Update', LATER, RESTART),
  ]),
  // A restart of a StatefulSet: operational.
  labelled(
    'statefulset-restart',
    [delivered(), entry('kubectl-rollout', 'Update', LATER, RESTART)],
    { kind: 'StatefulSet' },
  ),
  // Labels only.
  labelled('kubectl-label', [
    delivered(),
    entry('kubectl-label', 'Update', LATER, LABELS),
  ]),
  // A finalizer is metadata.
  labelled('finalizer', [
    delivered(),
    entry('kubectl-patch', 'Update', LATER, {
      'f:metadata': { 'f:finalizers': { '.': {}, 'v:"example.com/hold"': {} } },
    }),
  ]),
  // Status by hand is not spec.
  labelled(
    'status-by-hand',
    [
      delivered('argocd-controller', spec({ 'f:engine': {} })),
      entry('kubectl-edit', 'Update', LATER, STATUS, 'status'),
    ],
    DATABASE,
  ),
  // A Secret has no spec.
  labelled(
    'secret-data',
    [entry('kubectl-edit', 'Update', LATER, { 'f:data': { 'f:token': {} } })],
    { apiVersion: 'v1', kind: 'Secret' },
  ),
  // A Role has no spec either: out of band, and by the rule not counted here.
  labelled(
    'role-rules',
    [entry('kubectl-edit', 'Update', LATER, { 'f:rules': {} })],
    { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role' },
  ),
  // Server-side apply of what is in Git already: the server sets no time, as nothing changed.
  labelled('ssa-of-the-same', [
    delivered(),
    entry('kubectl', 'Apply', undefined, DELIVERY),
  ]),
  // The same manifest with one more label: the time is that of the label, all of the spec is shared.
  labelled('ssa-with-one-more-label', [
    delivered(),
    entry('kubectl', 'Apply', LATER, {
      ...DELIVERY,
      'f:metadata': { 'f:labels': { 'f:team': {} } },
    }),
  ]),
  // Argo CD went from client-side to server-side apply: two entries, one path.
  labelled('csa-to-ssa', [
    entry('argocd-controller', 'Update', '2026-11-10T10:00:00Z', WHOLE),
    delivered(),
  ]),
  // Argo CD replaces instead of applying: an Update of the path beside its Apply.
  labelled('argocd-replace', [
    delivered(),
    entry('argocd-controller', 'Update', DELIVERED, REPLICAS),
  ]),
  // Until the switch to Argo CD a pipeline applied with kubectl; that was the path then, and it is declared.
  labelled(
    'pipeline-before-argocd',
    [
      entry(
        'kubectl-client-side-apply',
        'Update',
        '2026-10-30T10:00:00Z',
        WHOLE,
      ),
      delivered(),
    ],
    {
      context: {
        deliveryPath: {
          ...BY_ARGO.deliveryPath,
          former: {
            managers: ['kubectl-client-side-apply'],
            until: '2026-11-01T00:00:00Z',
          },
        },
      },
    },
  ),
  // What was there before the first server-side apply has no known writer; the object was the path's.
  labelled('before-first-apply', [
    entry('before-first-apply', 'Update', DELIVERED, WHOLE),
    delivered(),
  ]),
  // Merged entries that own annotations only.
  labelled('ancient-annotations', [
    delivered(),
    entry('ancient-changes', 'Update', LATER, {
      'f:metadata': { 'f:annotations': { 'f:example.com/cost': {} } },
    }),
  ]),
  // The merged entry is that of a robot; nothing says so.
  labelled(
    'ancient-robot',
    [delivered(), entry('ancient-changes', 'Update', LATER, REPLICAS)],
    { decidable: false },
  ),
  // A declared emergency: going around was the agreed way in these two hours.
  labelled(
    'break-glass-window',
    [delivered(), entry('kubectl-edit', 'Update', LATER, IMAGE)],
    {
      context: {
        ...BY_ARGO,
        breakGlassWindows: [
          { from: '2026-11-20T13:00:00Z', until: '2026-11-20T15:00:00Z' },
        ],
      },
    },
  ),
  // A robot that runs kubectl patch; the name is a person's.
  labelled(
    'robot-patch',
    [delivered(), entry('kubectl-patch', 'Update', LATER, REPLICAS)],
    { decidable: false },
  ),
  // The same, with the audit log at hand: a service account wrote it.
  labelled(
    'robot-patch-with-audit-log',
    [delivered(), entry('kubectl-patch', 'Update', LATER, REPLICAS)],
    {
      context: {
        ...BY_ARGO,
        auditedWrites: [
          { manager: 'kubectl-patch', time: LATER, actor: 'service-account' },
        ],
      },
    },
  ),
  // A nightly job with the Python client: the same name as a person's script.
  labelled(
    'python-job',
    [delivered(), entry('OpenAPI-Generator', 'Update', LATER, LIMITS)],
    { decidable: false },
  ),
  // An operator written as a shell script patches its child; a person with kubectl patch looks the same.
  labelled(
    'shell-operator',
    [
      entry('ledger-operator', 'Update', DELIVERED, WHOLE),
      entry('kubectl-patch', 'Update', LATER, REPLICAS),
    ],
    {
      owner: DATABASE,
      context: pathOf('ledger-operator'),
      decidable: false,
    },
  ),
  // A person annotated; a mutating webhook changed the spec in the same request, and the server put it down to the person.
  labelled(
    'webhook-in-the-same-request',
    [
      delivered(),
      entry('kubectl-annotate', 'Update', LATER, {
        'f:metadata': { 'f:annotations': { 'f:example.com/inject': {} } },
        ...ENV,
      }),
    ],
    { decidable: false },
  ),
  // A scaler of the company's own, whose name says nothing; nobody declared it.
  labelled('undeclared-robot', [
    delivered(),
    entry('nightshift', 'Update', LATER, REPLICAS),
  ]),
  // Another team's Terraform run: automation, and not the path of the object.
  labelled('second-delivery-tool', [
    delivered(),
    entry('HashiCorp', 'Update', LATER, LIMITS),
  ]),
  // The pipeline's write is recorded forty seconds after the delivery that it belongs to.
  labelled(
    'ci-write-within-the-grace',
    [
      entry(
        'kubectl-client-side-apply',
        'Update',
        '2026-11-20T10:00:40Z',
        WHOLE,
      ),
    ],
    { context: pathOf('kubectl-client-side-apply') },
  ),
];
