import { Alert, Container, Flex, Text } from '@backstage/ui';
import { AsyncContent, DataAge } from '@fairway/platform-ui';
import type { Scorecard } from '@fairway/plugin-platform-scorecard-common';
import { useScorecard } from '../../hooks/useScorecard';
import {
  useScorecardView,
  type ScorecardView,
} from '../../hooks/useScorecardView';
import { FactList } from '../FactList';
import { NotMeasured } from '../NotMeasured';
import { ScorecardNumbers } from '../ScorecardNumbers';
import { SourceHealth } from '../SourceHealth';
import { SyntheticNotice } from '../SyntheticNotice';
import { ScorecardSkeleton } from './ScorecardSkeleton';
import { NothingSeen } from './NothingSeen';

/** How the platform is doing: the answer in one sentence, the numbers, and the evidence. */
export function ScorecardContent() {
  const view = useScorecardView();
  const state = useScorecard({ synthetic: view.synthetic });
  return (
    <Container py="4">
      <AsyncContent
        state={state}
        subject="the scorecard"
        skeleton={<ScorecardSkeleton />}
        advice="Facts are still collected meanwhile."
      >
        {scorecard => <Answer scorecard={scorecard} view={view} />}
      </AsyncContent>
    </Container>
  );
}

function Answer(props: {
  readonly scorecard: Scorecard;
  readonly view: ScorecardView;
}) {
  const { scorecard, view } = props;
  const nothingSeen = scorecard.sources.every(
    ({ facts, synthetic }) =>
      facts === 0 || (synthetic && !scorecard.syntheticIncluded),
  );
  return (
    <Flex direction="column" gap="5">
      <Flex direction="column" gap="1">
        <Text as="p" variant="title-small" aria-live="polite">
          {scorecard.headline}
        </Text>
        <Flex gap="4" style={{ flexWrap: 'wrap' }}>
          <DataAge freshness={{ status: 'live', asOf: scorecard.asOf }} />
          <Text as="span" variant="body-small" color="secondary">
            Weeks run from Monday to Sunday, {scorecard.timeZone}.
          </Text>
        </Flex>
      </Flex>
      {scorecard.warnings.map(warning => (
        <Alert key={warning} status="warning" icon title={warning} />
      ))}
      <SyntheticNotice scorecard={scorecard} onChange={view.showSynthetic} />
      {nothingSeen ? (
        <NothingSeen />
      ) : (
        <ScorecardNumbers
          scorecard={scorecard}
          weeksShown={view.weeksShown}
          onShowWeeks={view.showWeeks}
        />
      )}
      <FactList
        synthetic={view.synthetic}
        kind={view.kind}
        onKindChange={view.showKind}
      />
      <SourceHealth sources={scorecard.sources} />
      <NotMeasured />
    </Flex>
  );
}
