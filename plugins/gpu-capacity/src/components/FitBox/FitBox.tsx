import { Flex, Text } from '@backstage/ui';
import { DataAge, StatusText, type StatusWording } from '@fairway/platform-ui';
import {
  unevaluatedWords,
  type FitView,
  type QuotaGateView,
} from '@fairway/plugin-gpu-capacity-common';
import { MoveBox } from '../MoveBox';
import { DomainTable } from './DomainTable';
import { FeasibleNodes } from './FeasibleNodes';
import { FitReasons } from './FitReasons';
import styles from './FitBox.module.css';
import { fitWording, type DomainSlots } from './fitWording';

const QUOTA_TONES: Readonly<
  Record<QuotaGateView['status'], StatusWording['tone']>
> = {
  none: 'good',
  within: 'good',
  borrowing: 'good',
  'after-others': 'busy',
  never: 'bad',
  unknown: 'unknown',
};

/** Whether pods fit, in a word. */
export function FitVerdictText(props: {
  readonly fit: FitView;
  readonly domains?: readonly DomainSlots[];
}) {
  const { tone, word } = fitWording(props.fit, props.domains);
  return <StatusText tone={tone}>{word}</StatusText>;
}

/** Whether pods fit in a cluster, with all that is behind it. */
export function FitBox(props: {
  readonly fit: FitView;
  /** What each domain takes alone, where all pods must be within one. */
  readonly domains?: readonly DomainSlots[];
  /** Its sentence has been said above. */
  readonly isSaid?: boolean;
}) {
  const { fit, domains, isSaid = false } = props;
  const { sentence, freshness, quota, unevaluated, nearMisses, moves } = fit;
  const { namespaceQuota, movesOmitted } = fit;
  return (
    <Flex direction="column" gap="3">
      <Flex gap="3" align="center" style={{ flexWrap: 'wrap' }}>
        <FitVerdictText fit={fit} domains={domains} />
        <DataAge freshness={freshness} />
      </Flex>
      {!isSaid && <Text as="p">{sentence}</Text>}
      {unevaluated.length > 0 && (
        <StatusText tone="attention">
          Not evaluated here: {unevaluatedWords(unevaluated)}. The scheduler may
          still say no for {unevaluated.length === 1 ? 'it' : 'them'}.
        </StatusText>
      )}
      {quota.status !== 'none' && (
        <StatusText tone={QUOTA_TONES[quota.status]}>
          Quota: {quota.sentence}
        </StatusText>
      )}
      {namespaceQuota && namespaceQuota.status !== 'none' && (
        <StatusText tone={QUOTA_TONES[namespaceQuota.status]}>
          Quota of the namespace: {namespaceQuota.sentence}
        </StatusText>
      )}
      {nearMisses.length > 0 && <NearMisses misses={nearMisses} />}
      <FeasibleNodes fit={fit} />
      {domains && <DomainTable domains={domains} replicas={fit.replicas} />}
      <FitReasons fit={fit} />
      {moves && <MoveBox moves={moves} />}
      {movesOmitted && (
        <Text as="p" variant="body-small" color="secondary">
          What would have to move was not looked for here. Ask on the page of
          this cluster, under What if.
        </Text>
      )}
    </Flex>
  );
}

/** What stands between the shape and some nodes. */
export function NearMisses(props: { readonly misses: FitView['nearMisses'] }) {
  return (
    <div>
      <Text as="p" weight="bold">
        What comes near
      </Text>
      <ul className={styles.list} aria-label="What comes near">
        {props.misses.map(({ sentence, nodes, count }) => (
          <li key={sentence}>
            {sentence}{' '}
            {nodes.length > 0 && (
              <Text as="span" variant="body-small" color="secondary">
                {nodes.join(', ')}
                {count > nodes.length && ` and ${count - nodes.length} more`}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
