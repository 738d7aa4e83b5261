import { Card, CardBody, CardHeader, Flex, Text } from '@backstage/ui';
import { Sparkline } from '@fairway/platform-ui';
import { describeSeries, type SeriesPoint } from './describeSeries';
import styles from './NumberCard.module.css';

/** One number with its interval, what it is made of, and how it moved. */
export function NumberCard(props: {
  readonly title: string;
  /** The number with its interval. */
  readonly value: string;
  /** Sample size and what is not counted. */
  readonly details: readonly string[];
  readonly definition: string;
  readonly series: readonly SeriesPoint[];
}) {
  const { title, value, details, definition, series } = props;
  const { summary, range } = describeSeries(title, series);
  return (
    <Card>
      <CardHeader>
        <Text as="h3" variant="body-medium" weight="bold">
          {title}
        </Text>
      </CardHeader>
      <CardBody>
        <Flex direction="column" gap="2">
          <p className={styles.value}>{value}</p>
          {details.map(detail => (
            <Text key={detail} as="p" variant="body-small">
              {detail}
            </Text>
          ))}
          <Sparkline
            values={series.map(point => point.value)}
            summary={summary}
          />
          <Text as="p" variant="body-small" color="secondary">
            {range}
          </Text>
          <Text as="p" variant="body-small" color="secondary">
            {definition}
          </Text>
        </Flex>
      </CardBody>
    </Card>
  );
}
