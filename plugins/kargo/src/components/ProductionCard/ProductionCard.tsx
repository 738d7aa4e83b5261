import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  Card,
  CardBody,
  CardHeader,
  Flex,
  Link,
  Skeleton,
  Text,
} from '@backstage/ui';
import { AsyncContent } from '@fairway/platform-ui';
import { productionBrief } from '@fairway/plugin-kargo-common';
import { useEntityPromotions } from '../../hooks/useEntityPromotions';
import { usePromotionsPath } from '../../navigation';

/**
 * What is in production and what comes next, for the overview of an entity.
 *
 * @public
 */
export function ProductionCard() {
  const { entity } = useEntity();
  const promotionsPath = usePromotionsPath();
  const state = useEntityPromotions();
  return (
    <Card aria-label="Promotions">
      <CardHeader>
        <Text as="h2" variant="title-x-small">
          Promotions
        </Text>
      </CardHeader>
      <CardBody>
        <AsyncContent
          state={state}
          subject="the promotions"
          skeleton={<Skeleton width="80%" height={24} />}
        >
          {promotions => (
            <Flex direction="column" gap="2">
              <Text as="p">{productionBrief(promotions)}</Text>
              {promotions.notices.map(notice => (
                <Text
                  key={notice}
                  as="p"
                  variant="body-small"
                  color="secondary"
                >
                  {notice}
                </Text>
              ))}
              <Link href={promotionsPath(stringifyEntityRef(entity))}>
                All stages
              </Link>
            </Flex>
          )}
        </AsyncContent>
      </CardBody>
    </Card>
  );
}
