import {
  ARGO,
  COMMAND,
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
  REPLICAS,
  RESTART,
  WHOLE,
  type Fields,
  type LabelledCase,
} from './labelledCase';

const spec = (fields: Fields): Fields => ({ 'f:spec': fields });

const decidable = labelledAs({
  humanOutOfBandSpecChange: true,
  decidable: true,
});

/** A person did it: the reason for the label stands above each case. */
export const OUT_OF_BAND_CASES: readonly LabelledCase[] = [
  // `kubectl set env` sets the value of one variable.
  decidable('kubectl-set-env', [
    delivered(),
    entry('kubectl-set', 'Update', LATER, ENV),
  ]),
  // `kubectl patch` replaces the command of a container.
  decidable('kubectl-patch-command', [
    delivered(),
    entry('kubectl-patch', 'Update', LATER, COMMAND),
  ]),
  // `kubectl replace --force` deletes and creates: the object is the person's, whole.
  decidable('kubectl-replace-force', [
    entry('kubectl-replace', 'Update', LATER, WHOLE),
  ]),
  // `kubectl run` makes a pod by hand.
  decidable(
    'kubectl-run',
    [
      entry('kubectl-run', 'Update', LATER, {
        'f:spec': { 'f:containers': { 'k:{"name":"sh"}': { 'f:image': {} } } },
      }),
    ],
    {
      apiVersion: 'v1',
      kind: 'Pod',
      context: { deliveryPath: { managers: ARGO } },
    },
  ),
  // `kubectl expose` makes a Service by hand.
  decidable(
    'kubectl-expose',
    [
      entry(
        'kubectl-expose',
        'Update',
        LATER,
        spec({ 'f:ports': {}, 'f:selector': {} }),
      ),
    ],
    {
      apiVersion: 'v1',
      kind: 'Service',
      context: { deliveryPath: { managers: ARGO } },
    },
  ),
  // `kubectl autoscale` makes a HorizontalPodAutoscaler by hand.
  decidable(
    'kubectl-autoscale',
    [
      entry(
        'kubectl-autoscale',
        'Update',
        LATER,
        spec({ 'f:maxReplicas': {}, 'f:minReplicas': {} }),
      ),
    ],
    {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      context: { deliveryPath: { managers: ARGO } },
    },
  ),
  // The OpenShift client is a manual tool like kubectl.
  decidable('oc-edit-limits', [
    delivered(),
    entry('oc', 'Update', LATER, LIMITS),
  ]),
  // Lens calls itself by the library that it uses.
  decidable('lens-replicas', [
    delivered(),
    entry('node-fetch', 'Update', LATER, REPLICAS),
  ]),
  // Headlamp is a web page in which people edit objects.
  decidable('headlamp-edit', [
    delivered(),
    entry('headlamp', 'Update', LATER, IMAGE),
  ]),
  // k9s scales through the scale subresource, whose entries have no time.
  decidable('k9s-scale', [
    delivered(),
    entry('k9s', 'Update', undefined, REPLICAS, 'scale'),
  ]),
  // Helm 2 and old Helm 3 wrote their name with a capital; the path is Argo CD, so this is a laptop.
  decidable('helm-capital-by-person', [
    delivered(),
    entry('Helm', 'Update', LATER, LIMITS),
  ]),
  // `kubectl apply --server-side --force-conflicts`: the image is the person's alone.
  decidable('kubectl-ssa-forced', [
    delivered('argocd-controller', {
      ...LABELS,
      ...spec({ 'f:selector': {} }),
    }),
    entry('kubectl', 'Apply', LATER, IMAGE),
  ]),
  // A field manager that a person invented.
  decidable(
    'ssa-invented-manager',
    [
      delivered('argocd-controller', spec({ 'f:engine': {} })),
      entry('tom-hotfix', 'Apply', LATER, spec({ 'f:storage': {} })),
    ],
    { apiVersion: 'platform.example.com/v1', kind: 'Database' },
  ),
  // The web page of Argo CD edits the live manifest as argocd-server; deliveries come from argocd-controller.
  decidable('argocd-web-page-edit', [
    delivered(),
    entry('argocd-server', 'Update', LATER, IMAGE),
  ]),
  // `kubectl rollout pause` sets spec.paused: the tool of a restart, and no restart.
  decidable('kubectl-rollout-pause', [
    delivered(),
    entry('kubectl-rollout', 'Update', LATER, spec({ 'f:paused': {} })),
  ]),
  // A template annotation other than restartedAt counts, by the rule.
  decidable('template-annotation', [
    delivered(),
    entry('kubectl-patch', 'Update', LATER, {
      'f:spec': {
        'f:template': {
          'f:metadata': { 'f:annotations': { 'f:example.com/debug': {} } },
        },
      },
    }),
  ]),
  // One tool that restarted and also changed a variable: the variable counts.
  decidable('restart-and-env', [
    delivered(),
    entry('k9s', 'Update', LATER, {
      'f:spec': {
        'f:template': {
          ...RESTART['f:spec']['f:template'],
          ...ENV['f:spec']['f:template'],
        },
      },
    }),
  ]),
  // Set before the last delivery, which does not carry the field: it is still the person's.
  decidable(
    'edit-older-than-delivery',
    [
      delivered(),
      entry(
        'kubectl-edit',
        'Update',
        '2026-11-12T08:00:00Z',
        spec({ 'f:minReadySeconds': {} }),
      ),
    ],
    {},
  ),
  // Twenty seconds after a delivery is still a change by hand.
  decidable('edit-after-twenty-seconds', [
    delivered(),
    entry('kubectl-edit', 'Update', '2026-11-20T10:00:20Z', ENV),
  ]),
  // Made by hand, and taken over by Argo CD a week later: what a person made counts.
  decidable('hand-made-then-adopted', [
    entry('kubectl-create', 'Update', '2026-11-13T09:00:00Z', WHOLE),
    delivered(),
  ]),
  // `kubectl set serviceaccount` changes what the workload may do.
  decidable('kubectl-set-serviceaccount', [
    delivered(),
    entry('kubectl-set', 'Update', LATER, {
      'f:spec': { 'f:template': { 'f:spec': { 'f:serviceAccountName': {} } } },
    }),
  ]),
  // A schedule stopped by hand.
  decidable(
    'cronjob-suspended',
    [
      delivered('argocd-controller', spec({ 'f:schedule': {} })),
      entry('kubectl-edit', 'Update', LATER, spec({ 'f:suspend': {} })),
    ],
    { apiVersion: 'batch/v1', kind: 'CronJob' },
  ),
  // `flux suspend` is typed by a person and stops the path itself.
  decidable(
    'flux-suspend',
    [
      delivered('kustomize-controller', spec({ 'f:interval': {} })),
      entry('flux', 'Update', LATER, spec({ 'f:suspend': {} })),
    ],
    {
      apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
      kind: 'Kustomization',
      context: {
        deliveryPath: {
          managers: ['kustomize-controller'],
          lastDeliveryAt: DELIVERED,
        },
      },
    },
  ),
  // A pod is a child of its ReplicaSet, but nothing built in runs kubectl.
  decidable(
    'pod-of-replicaset',
    [
      entry('kube-controller-manager', 'Update', DELIVERED, {
        'f:spec': { 'f:containers': { 'k:{"name":"app"}': { 'f:name': {} } } },
      }),
      entry('kubectl-edit', 'Update', LATER, {
        'f:spec': { 'f:containers': { 'k:{"name":"app"}': { 'f:image': {} } } },
      }),
    ],
    {
      apiVersion: 'v1',
      kind: 'Pod',
      owner: { apiVersion: 'apps/v1', kind: 'ReplicaSet' },
    },
  ),
  // kubectl edit opens an editor: no operator does that, whoever owns the object.
  decidable(
    'edit-of-operators-child',
    [
      entry('ledger-operator', 'Update', DELIVERED, WHOLE),
      entry('kubectl-edit', 'Update', LATER, LIMITS),
    ],
    {
      owner: { apiVersion: 'platform.example.com/v1', kind: 'Database' },
      context: {
        deliveryPath: {
          managers: ['ledger-operator'],
          lastDeliveryAt: DELIVERED,
        },
      },
    },
  ),
  // The pipeline uses helm; kubectl edit is no part of it.
  decidable(
    'edit-of-helm-delivery',
    [
      entry('helm', 'Update', DELIVERED, DELIVERY),
      entry('kubectl-edit', 'Update', LATER, ENV),
    ],
    {
      context: {
        deliveryPath: { managers: ['helm'], lastDeliveryAt: DELIVERED },
      },
    },
  ),
  // Container resources changed in place through the resize subresource.
  decidable(
    'pod-resize',
    [
      delivered(),
      entry(
        'kubectl-patch',
        'Update',
        LATER,
        {
          'f:spec': {
            'f:containers': {
              'k:{"name":"app"}': { 'f:resources': { 'f:limits': {} } },
            },
          },
        },
        'resize',
      ),
    ],
    { apiVersion: 'v1', kind: 'Pod' },
  ),
  // The autoscaler's floor, raised by hand.
  decidable(
    'hpa-min-replicas',
    [
      delivered('argocd-controller', spec({ 'f:maxReplicas': {} })),
      entry('kubectl-patch', 'Update', LATER, spec({ 'f:minReplicas': {} })),
    ],
    { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler' },
  ),
  // More quota than Git grants.
  decidable(
    'cluster-queue-quota',
    [
      delivered('argocd-controller', spec({ 'f:queueingStrategy': {} })),
      entry('kubectl-edit', 'Update', LATER, spec({ 'f:resourceGroups': {} })),
    ],
    { apiVersion: 'kueue.x-k8s.io/v1beta2', kind: 'ClusterQueue' },
  ),
  // A Warehouse edited in the web page of Kargo; Kargo's controllers do not write its spec.
  decidable(
    'kargo-web-page-warehouse',
    [entry('kargo', 'Update', LATER, spec({ 'f:subscriptions': {} }))],
    { apiVersion: 'kargo.akuity.io/v1alpha1', kind: 'Warehouse' },
  ),
  // A browser behind a proxying console.
  decidable('browser-env', [
    delivered(),
    entry('Mozilla', 'Update', LATER, ENV),
  ]),
  // The Kubernetes dashboard writes for the person who clicks.
  decidable('dashboard-scale', [
    delivered(),
    entry('dashboard-api', 'Update', undefined, REPLICAS, 'scale'),
  ]),
  // Client-side apply of Argo CD gave the field up to k9s.
  decidable('k9s-edit-of-csa', [
    entry('argocd-controller', 'Update', DELIVERED, DELIVERY),
    entry('k9s', 'Update', LATER, LIMITS),
  ]),
  // A command of the company's own that people type; nobody declared it as a path.
  decidable('own-command', [
    delivered(),
    entry('acmectl', 'Update', LATER, IMAGE),
  ]),
  // Made by hand with server-side apply, and later delivered as it was: nothing is the person's alone any more.
  decidable('ssa-hand-made-then-adopted', [
    entry('kubectl', 'Apply', '2026-11-13T09:00:00Z', DELIVERY),
    delivered(),
  ]),
];
