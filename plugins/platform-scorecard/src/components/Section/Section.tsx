import { Card, CardBody, CardHeader, Flex, Text } from '@backstage/ui';
import { useId, type ReactNode } from 'react';

/** A part of the page with a heading that names it. */
export function Section(props: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  const { title, children } = props;
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Card>
        <CardHeader>
          <Text as="h2" variant="title-x-small" id={id}>
            {title}
          </Text>
        </CardHeader>
        <CardBody>
          <Flex direction="column" gap="3">
            {children}
          </Flex>
        </CardBody>
      </Card>
    </section>
  );
}
