import { Alert, Flex, Text } from '@backstage/ui';
import { DataAge } from '@fairway/platform-ui';

/** What a page says in one sentence, how old that is, and what could not be read for it. */
export function PageSummary(props: {
  readonly headline: string;
  /** ISO 8601. */
  readonly asOf: string;
  readonly notices: readonly string[];
}) {
  const { headline, asOf, notices } = props;
  return (
    <>
      <Flex justify="between" align="center" style={{ flexWrap: 'wrap' }}>
        <Text as="p" variant="title-small" aria-live="polite">
          {headline}
        </Text>
        <DataAge freshness={{ status: 'live', asOf }} />
      </Flex>
      {notices.map(notice => (
        <Alert key={notice} status="info" icon title={notice} />
      ))}
    </>
  );
}
