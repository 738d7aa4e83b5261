import { MANUAL_APPROVAL } from './bypass';
import { entryTime } from './entryTime';
import type { LedgerContext } from './LedgerContext';
import type { LedgerEntry } from './ledgerEntry';

/**
 * What the ledger needs of freight.
 *
 * @public
 */
export interface LedgerFreight {
  readonly project: string;
  readonly name: string;
  readonly version: string | undefined;
  readonly warehouse: string | undefined;
  readonly approvedFor?: ReadonlyArray<{
    readonly stage: string;
    readonly approvedAt: string | undefined;
  }>;
}

/**
 * The approvals of freight. Kargo records the stage and the time, not who approved: only the portal's own record of an
 * approval can say, and without one it counts as made by hand.
 *
 * @see akuity/kargo api/v1alpha1/freight_types.go
 *
 * @public
 */
export function freightEntries(
  freight: LedgerFreight,
  context: LedgerContext,
): LedgerEntry[] {
  const { project, name, version, approvedFor = [] } = freight;
  const { controlPlane, observedAt } = context;
  return approvedFor.map(({ stage, approvedAt }) => {
    const own = context.portalApproval?.({
      project,
      freight: name,
      stage,
      approvedAt,
    });
    return {
      // The name of freight is the digest of what it holds, so that it is the same where it was deleted and found again.
      id: `${controlPlane}/${project}/${name}:approved:${stage}:${
        approvedAt ?? 'unknown'
      }`,
      kind: 'freight-approved',
      controlPlane,
      project,
      stage,
      freight: name,
      version,
      subject: { kind: 'Freight', name },
      ...entryTime(approvedAt, observedAt),
      actor: own?.actor ?? { kind: 'unknown' },
      reason: own?.reason,
      riskClass: context.riskClassOf?.(project, stage),
      path: own ? 'portal' : 'unknown',
      bypass: own ? undefined : MANUAL_APPROVAL,
    };
  });
}
