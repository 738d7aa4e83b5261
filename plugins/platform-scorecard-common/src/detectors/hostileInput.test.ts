import fc from 'fast-check';
import { findBreakGlassGrants } from './breakGlass';
import { findPolicyExceptions } from './exceptions';
import { detectOutOfBandChanges } from './outOfBand';
import { findUnlinkedWorkloads } from './unlinked';

const observedAt = '2026-11-22T12:00:00Z';

const kinds: ReadonlyArray<readonly [apiVersion: string, kind: string]> = [
  ['apps/v1', 'Deployment'],
  ['batch/v1', 'CronJob'],
  ['v1', 'Namespace'],
  ['rbac.authorization.k8s.io/v1', 'RoleBinding'],
  ['kyverno.io/v2', 'PolicyException'],
  ['policies.kyverno.io/v1', 'PolicyException'],
  ['config.gatekeeper.sh/v1alpha1', 'Config'],
  ['constraints.gatekeeper.sh/v1beta1', 'K8sAllowedRepos'],
  ['admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicyBinding'],
];

/** Objects of the right kind in which any part may be anything. */
const hostileObject = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(...kinds).chain(([apiVersion, kind]) =>
    fc.record({
      apiVersion: fc.constant(apiVersion),
      kind: fc.constant(kind),
      metadata: fc.oneof(
        fc.jsonValue(),
        fc.record(
          {
            name: fc.constant('it'),
            namespace: fc.constant('shop'),
            labels: fc.jsonValue(),
            annotations: fc.dictionary(fc.string(), fc.string()),
            creationTimestamp: fc.jsonValue(),
            ownerReferences: fc.jsonValue(),
            managedFields: fc.array(fc.jsonValue()),
          },
          { requiredKeys: ['name'] },
        ),
      ),
      spec: fc.jsonValue(),
      roleRef: fc.jsonValue(),
      subjects: fc.jsonValue(),
    }),
  ),
);

describe('hostile objects', () => {
  it('stop no detector', () => {
    fc.assert(
      fc.property(fc.array(hostileObject, { maxLength: 4 }), objects => {
        const found = [
          findUnlinkedWorkloads(objects, {
            observedAt,
            namespaces: objects,
            links: [],
          }),
          findBreakGlassGrants(objects, { observedAt }),
          findPolicyExceptions(objects, {
            observedAt,
            workloads: objects,
            namespaces: objects,
          }),
        ];
        for (const { unreadable } of found) {
          expect(unreadable.every(({ problem }) => problem.length > 0)).toBe(
            true,
          );
        }
        for (const object of objects) {
          const findings = detectOutOfBandChanges(object, {
            observedAt,
            deliveryPath: { managers: ['argocd-controller'] },
          });
          expect(typeof findings.ok).toBe('boolean');
        }
      }),
      { numRuns: 500 },
    );
  });
});
