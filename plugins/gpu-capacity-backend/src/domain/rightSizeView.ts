import {
  mostUsed,
  rightSize,
  rightSizeSentence,
  type ClusterNode,
  type PodUse,
  type RightSize,
  type RightSizeView,
} from '@fairway/plugin-gpu-capacity-common';
import type { KnownUses } from '../services/PodUses';
import type { RightSizeGroup } from './rightSizeGroups';
import type { RightSizeQuestion } from './rightSizeQuestion';

const MIG_RESOURCE = 'nvidia.com/mig-';

interface Found {
  readonly size: RightSize;
  readonly use?: PodUse;
  readonly periodSeconds?: number;
}

/** What would be enough for a group of pods, or why that cannot be said. */
export function rightSizeView(options: {
  readonly group: RightSizeGroup;
  readonly question: RightSizeQuestion;
  readonly uses: KnownUses;
  /** Of its cluster. */
  readonly nodes: Iterable<{ readonly node: ClusterNode }>;
  /** Whether the reader may know names of its pods. */
  readonly mayName: boolean;
}): RightSizeView {
  const { group, question, uses, nodes, mayName } = options;
  const { size, use, periodSeconds } =
    'reason' in question
      ? { size: unknown(question.reason) }
      : sizeOf(group, question.ask, uses);
  const offered =
    size.status === 'smaller' &&
    [...nodes].some(
      ({ node }) =>
        (node.allocatable[`${MIG_RESOURCE}${size.profile}`] ?? 0) > 0,
    );
  return {
    cluster: group.cluster,
    ...(group.product !== undefined && { product: group.product }),
    pods: group.pods.length,
    status: size.status,
    ...(size.status === 'smaller' && {
      profile: size.profile,
      memoryBytes: size.memoryBytes,
    }),
    ...(periodSeconds !== undefined && { periodSeconds }),
    sentence: rightSizeSentence({
      subject: subjectOf(group, mayName),
      size,
      use,
      periodSeconds,
      offered,
    }),
  };
}

function sizeOf(
  { product }: RightSizeGroup,
  asked: Extract<RightSizeQuestion, { readonly ask: unknown }>['ask'],
  uses: KnownUses,
): Found {
  const read: PodUse[] = [];
  const periods: number[] = [];
  for (const { uid } of asked) {
    const known = uses.get(uid);
    if (!known) return { size: unknown('what its pods used is being read') };
    if (known.reading.status === 'unobserved') {
      return { size: unknown(known.reading.reason) };
    }
    read.push(known.reading.value);
    periods.push(known.periodSeconds);
  }
  const use = mostUsed(read);
  const periodSeconds = Math.min(...periods);
  const size = rightSize({ ...use, product, attributable: true });
  return { size, use, periodSeconds };
}

function unknown(reason: string): RightSize {
  return { status: 'unknown', reason: reason.replace(/\.$/, '') };
}

function subjectOf(
  { workload, piece, pods: [{ pod }] }: RightSizeGroup,
  mayName: boolean,
): string {
  const { kind, namespace, name } = workload ?? {
    kind: 'Pod',
    namespace: pod.namespace,
    name: pod.name,
  };
  const whole = mayName
    ? `${kind} ${namespace}/${name}`
    : `${/^[AEIOU]/.test(kind) ? 'an' : 'a'} ${kind}`;
  return piece === undefined ? whole : `${piece} of ${whole}`;
}
