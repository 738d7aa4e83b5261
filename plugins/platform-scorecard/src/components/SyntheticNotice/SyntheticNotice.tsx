import { Alert, Flex, Switch } from '@backstage/ui';
import type { Scorecard } from '@fairway/plugin-platform-scorecard-common';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

type Source = Scorecard['sources'][number];

/** Says that some facts are simulated, and lets the reader leave them out. */
export function SyntheticNotice(props: {
  readonly scorecard: Scorecard;
  readonly onChange: (include: boolean) => void;
}) {
  const { scorecard, onChange } = props;
  const sources = scorecard.sources.filter(
    ({ synthetic, facts }) => synthetic && facts > 0,
  );
  if (sources.length === 0) {
    return null;
  }
  const included = scorecard.syntheticIncluded;
  return (
    <Alert
      status="info"
      icon
      title={`Demo data: ${sources.map(describe).join('; ')}`}
      description={
        <Flex direction="column" gap="2">
          {included
            ? 'The numbers below count it beside what is real.'
            : 'The numbers below leave it out.'}
          <Switch
            label="Include demo data"
            isSelected={included}
            onChange={onChange}
          />
        </Flex>
      }
    />
  );
}

function describe({ source, facts, firstFactAt, lastFactAt }: Source): string {
  const weeks =
    firstFactAt && lastFactAt
      ? Math.ceil((Date.parse(lastFactAt) - Date.parse(firstFactAt)) / WEEK_MS)
      : 0;
  return `${weeks} weeks seeded, source ${source}, ${facts} facts`;
}
