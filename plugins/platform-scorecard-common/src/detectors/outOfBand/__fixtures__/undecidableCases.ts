import {
  DELIVERED,
  delivered,
  entry,
  ENV,
  IMAGE,
  labelledAs,
  LATER,
  LIMITS,
  WHOLE,
  type LabelledCase,
} from './labelledCase';

const undecidable = labelledAs({
  humanOutOfBandSpecChange: true,
  decidable: false,
});

/** A person did it, and managed fields cannot tell: the reason stands above each case. */
export const UNDECIDABLE_CASES: readonly LabelledCase[] = [
  // A person's script with the Python client, whose default name says nothing of people.
  undecidable('python-script-of-a-person', [
    delivered(),
    entry('OpenAPI-Generator', 'Update', LATER, IMAGE),
  ]),
  // The pipeline applies with kubectl, and so did a person, hours later: one name for both.
  undecidable(
    'same-manager-as-ci',
    [entry('kubectl-client-side-apply', 'Update', LATER, WHOLE)],
    {
      context: {
        deliveryPath: {
          managers: ['kubectl-client-side-apply'],
          lastDeliveryAt: DELIVERED,
        },
      },
    },
  ),
  // Self-heal took the field back, and the entry with it.
  undecidable('reverted', [delivered()]),
  // Eleven agents later the entry of the person is merged.
  undecidable('merged-into-ancient-changes', [
    delivered(),
    entry('ancient-changes', 'Update', LATER, ENV),
  ]),
  // A cache that strips managedFields.
  undecidable('stripped-by-a-cache', undefined),
  // A person who borrows the name of the path.
  undecidable(
    'borrowed-name',
    [
      delivered('kustomize-controller'),
      entry('kustomize-controller', 'Update', LATER, IMAGE),
    ],
    {
      context: {
        deliveryPath: {
          managers: ['kustomize-controller'],
          lastDeliveryAt: DELIVERED,
        },
      },
    },
  ),
  // Nobody owned spec.replicas, so the server recorded nothing of `kubectl scale`.
  undecidable('scale-of-unowned-replicas', [delivered()]),
  // kubectl patch on an operator's child: operators written as scripts do the same.
  undecidable(
    'patch-of-operators-child-by-person',
    [
      entry('ledger-operator', 'Update', DELIVERED, WHOLE),
      entry('kubectl-patch', 'Update', LATER, LIMITS),
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
];
