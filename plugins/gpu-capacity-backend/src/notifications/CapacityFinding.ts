import { createHash } from 'node:crypto';

/** What kinds of findings are told. */
export type FindingKind =
  | 'idle-held'
  | 'devices-lost'
  | 'black-hole'
  | 'queue-starving';

/** Something that somebody should hear of if it lasts. */
export interface CapacityFinding {
  readonly kind: FindingKind;
  /** What the finding is of, such as a cluster and an entity: the same parts are the same finding. */
  readonly subject: readonly string[];
  /** Entity refs of whom it is told. */
  readonly recipients: readonly string[];
  /** How long it must last before it is told. */
  readonly afterMs: number;
  readonly title: string;
  /** In a sentence, without names of pods. */
  readonly description: string;
  /** Path in the portal; absent where there is no page of it. */
  readonly link: string | undefined;
}

/** Finds what is to be told, as it is now. */
export type FindFindings = () => Promise<readonly CapacityFinding[]>;

/** Names the condition for as long as it lasts. */
export function findingId({ kind, subject }: CapacityFinding): string {
  return createHash('sha256')
    .update(JSON.stringify([kind, subject]))
    .digest('hex');
}
