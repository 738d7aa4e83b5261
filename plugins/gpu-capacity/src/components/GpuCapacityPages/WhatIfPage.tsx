import { Container, Flex, Text } from '@backstage/ui';
import { WhatIfPanel } from '../WhatIf';

/** Which cluster would take it: a shape, asked of every cluster that the reader may use. */
export function WhatIfPage() {
  return (
    <Container py="4">
      <Flex direction="column" gap="4">
        <Text as="h2" variant="title-small">
          Which cluster would take it?
        </Text>
        <WhatIfPanel />
      </Flex>
    </Container>
  );
}
