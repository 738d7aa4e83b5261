import { Flex, Text } from '@backstage/ui';
import { useId, type ReactNode } from 'react';

/** A part of the page with a heading that names it. */
export function Section(props: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  const { title, children } = props;
  const id = useId();
  return (
    <Flex direction="column" gap="2" role="region" aria-labelledby={id}>
      <Text as="h2" variant="title-x-small" id={id}>
        {title}
      </Text>
      {children}
    </Flex>
  );
}
