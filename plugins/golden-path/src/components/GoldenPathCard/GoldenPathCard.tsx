import { EntityRefLink, useEntity } from '@backstage/plugin-catalog-react';
import { Card, CardBody, CardHeader, Flex, Text } from '@backstage/ui';
import {
  goldenPathOfEntity,
  type GoldenPathOfEntity,
} from '@fairway/plugin-golden-path-common';
import { StatusText } from '@fairway/platform-ui';

/**
 * Which golden path the entity of the page is on, and in which version.
 *
 * @public
 */
export function GoldenPathCard() {
  const { entity } = useEntity();
  return (
    <Card aria-label="Golden path">
      <CardHeader>
        <Text as="h2" variant="title-x-small">
          Golden path
        </Text>
      </CardHeader>
      <CardBody>
        <GoldenPathFacts path={goldenPathOfEntity(entity)} />
      </CardBody>
    </Card>
  );
}

function GoldenPathFacts(props: { readonly path: GoldenPathOfEntity }) {
  const { path } = props;
  switch (path.status) {
    case 'invalid':
      return <StatusText tone="attention">{path.reason}</StatusText>;
    case 'none':
      return (
        <Text>
          Not created on a golden path. An entity that is gets the annotation
          golden-path/name when it is created.
        </Text>
      );
    default:
      return (
        <Flex direction="column" gap="2">
          <Text as="p">
            Created on <EntityRefLink entityRef={path.templateRef} />
          </Text>
          {path.version ? (
            <Text as="p">Version {path.version}</Text>
          ) : (
            <StatusText tone="unknown">
              Version unknown: the annotation golden-path/version is missing
            </StatusText>
          )}
        </Flex>
      );
  }
}
