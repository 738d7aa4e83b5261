import { allocatedClaim } from '../__fixtures__/objects';
import type { ResourceClaim, ResourceClaimTemplate } from '../resources';
import { podClaims, readPodClaimReferences } from './podClaims';

const EMPTY = { requests: [], constraints: [] };

function claimsOf(
  resourceClaims: readonly object[],
  found: {
    claim?: ResourceClaim;
    template?: ResourceClaimTemplate;
  } = {},
) {
  return podClaims({
    namespace: 'ml',
    references: readPodClaimReferences({ resourceClaims }),
    claim: (_, name) => (name === found.claim?.name ? found.claim : undefined),
    template: (_, name) =>
      name === found.template?.name ? found.template : undefined,
  });
}

const claim = allocatedClaim('mine', [{ device: 'd1' }]);

describe('podClaims', () => {
  it('finds claims by name and by template', () => {
    expect(
      claimsOf(
        [
          { name: 'a', resourceClaimName: 'mine' },
          { name: 'b', resourceClaimTemplateName: 'fresh' },
        ],
        { claim, template: { namespace: 'ml', name: 'fresh', spec: EMPTY } },
      ),
    ).toEqual({
      ok: true,
      claims: [
        {
          name: 'ml/mine',
          spec: EMPTY,
          shared: true,
          allocation: claim.allocation,
        },
        { name: 'ml/fresh', spec: EMPTY, shared: false, allocation: undefined },
      ],
    });
  });

  it('finds the claim that has been made from a template', () => {
    const references = readPodClaimReferences(
      { resourceClaims: [{ name: 'a', resourceClaimTemplateName: 'fresh' }] },
      { resourceClaimStatuses: [{ name: 'a', resourceClaimName: 'mine' }] },
    );
    expect(
      podClaims({
        namespace: 'ml',
        references,
        claim: () => claim,
        template: () => undefined,
      }),
    ).toMatchObject({
      claims: [
        { name: 'ml/mine', shared: false, allocation: claim.allocation },
      ],
    });
  });

  it.each<[string, Partial<ResourceClaim> | undefined, string]>([
    ['missing', undefined, 'resourceclaim.resource.k8s.io "mine" not found'],
    ['going', { deleting: true }, 'resourceclaim "mine" is being deleted'],
    [
      'used by all that can use it',
      {
        reservedFor: Array.from({ length: 256 }, (_, index) => ({
          resource: 'pods',
          name: `p${index}`,
          uid: `${index}`,
        })),
      },
      'resourceclaim in use',
    ],
  ])('says of a claim that it is %s', (_, overrides, reason) => {
    expect(
      claimsOf(
        [{ name: 'a', resourceClaimName: 'mine' }],
        overrides && { claim: { ...claim, ...overrides } },
      ),
    ).toEqual({ ok: false, reason });
  });

  it('says that a template is missing', () => {
    expect(
      claimsOf([{ name: 'a', resourceClaimTemplateName: 'fresh' }]),
    ).toEqual({
      ok: false,
      reason: 'resourceclaimtemplate.resource.k8s.io "fresh" not found',
    });
  });

  it('has nothing for a pod without claims', () => {
    expect(claimsOf([])).toEqual({ ok: true, claims: [] });
    expect(readPodClaimReferences({})).toEqual([]);
  });
});
