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
  /** Writes the ends of the scale. */
  readonly formatValue: (value: number) => string;
}) {
  const { title, value, details, definition, series, formatValue } = props;
  const { summary, range, scale } = describeSeries(title, series);
  return (
    <Card>
      <CardHeader>
        <Text as="h2" variant="body-medium" weight="bold">
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
          {scale ? (
            <figure className={styles.chart}>
              <Sparkline
                values={series.map(point => point.value)}
                summary={summary}
              />
              <div className={styles.scale}>
                <span>{formatValue(scale.high)}</span>
                <span>{formatValue(scale.low)}</span>
              </div>
              <figcaption className={styles.range}>By week, {range}</figcaption>
            </figure>
          ) : (
            <Text as="p" variant="body-small" color="secondary">
              No line yet: it takes numbers of at least two weeks.
            </Text>
          )}
          <Text as="p" variant="body-small" color="secondary">
            {definition}
          </Text>
        </Flex>
      </CardBody>
    </Card>
  );
}
