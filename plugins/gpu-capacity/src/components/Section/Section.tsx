import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import { useId, type ReactNode } from 'react';

/** A card with a heading, found by its name. */
export function Section(props: {
  readonly title: string;
  /** A line below the title. */
  readonly detail?: ReactNode;
  readonly children: ReactNode;
}) {
  const { title, detail, children } = props;
  const titleId = useId();
  return (
    <Card role="region" aria-labelledby={titleId}>
      <CardHeader>
        <Text as="h2" id={titleId} variant="title-x-small">
          {title}
        </Text>
        {detail && (
          <Text as="p" variant="body-small" color="secondary">
            {detail}
          </Text>
        )}
      </CardHeader>
      <CardBody>{children}</CardBody>
    </Card>
  );
}
