import {
  Button,
  Card,
  CardBody,
  Container,
  Flex,
  Skeleton,
  Text,
} from '@backstage/ui';
import { AsyncContent, FactTable, useLastAnswer } from '@fairway/platform-ui';
import type {
  Portfolio,
  PortfolioItem,
  PortfolioQuery,
} from '@fairway/plugin-kargo-common';
import { usePortfolio } from '../../hooks/usePortfolio';
import { usePortfolioQuery, usePromotionsPath } from '../../navigation';
import { PageSummary } from '../PageSummary';
import { portfolioColumns } from './portfolioColumns';
import { PortfolioFilters } from './PortfolioFilters';
import { PortfolioPaging } from './PortfolioPaging';

/**
 * Which projects need somebody, of all that the reader may see.
 *
 * @public
 */
export function PortfolioContent() {
  const [query, change] = usePortfolioQuery();
  const state = useLastAnswer(usePortfolio(query));
  return (
    <Container py="4">
      <AsyncContent
        state={state}
        subject="the projects"
        skeleton={<PortfolioSkeleton />}
        advice="The Promotions tabs of components are not affected."
      >
        {portfolio => (
          <PortfolioView
            portfolio={portfolio}
            query={query}
            onChange={change}
          />
        )}
      </AsyncContent>
    </Container>
  );
}

function PortfolioView(props: {
  readonly portfolio: Portfolio;
  readonly query: PortfolioQuery;
  readonly onChange: (change: Partial<PortfolioQuery>) => void;
}) {
  const { portfolio, query, onChange } = props;
  const { headline, notices, items, asOf } = portfolio;
  const promotionsPath = usePromotionsPath();
  return (
    <Flex direction="column" gap="4">
      <PageSummary headline={headline} asOf={asOf} notices={notices} />
      <PortfolioFilters
        query={query}
        portfolio={portfolio}
        onChange={onChange}
      />
      <Card>
        <CardBody>
          {items.length > 0 ? (
            <FactTable
              caption="Projects"
              columns={portfolioColumns(promotionsPath)}
              rows={items}
              rowKey={itemKey}
            />
          ) : (
            <NothingFound query={query} onChange={onChange} />
          )}
        </CardBody>
      </Card>
      <PortfolioPaging
        portfolio={portfolio}
        onOffset={offset => onChange({ offset })}
      />
    </Flex>
  );
}

function NothingFound(props: {
  readonly query: PortfolioQuery;
  readonly onChange: (change: Partial<PortfolioQuery>) => void;
}) {
  const { query, onChange } = props;
  const { owner, system, riskClass, controlPlane, shard, state, text } = query;
  const filters = {
    owner,
    system,
    riskClass,
    controlPlane,
    shard,
    state,
    text,
  };
  const isNarrowed = Object.values(filters).some(value => value?.length);
  if (!isNarrowed) {
    return (
      <Text>
        Projects appear here when an entity of the catalog has the annotation
        kargo/project.
      </Text>
    );
  }
  return (
    <Flex align="center" gap="3">
      <Text>No project matches the filters.</Text>
      <Button
        variant="secondary"
        size="small"
        onPress={() =>
          onChange({
            owner: undefined,
            system: undefined,
            riskClass: undefined,
            controlPlane: undefined,
            shard: undefined,
            state: undefined,
            text: undefined,
          })
        }
      >
        Show all
      </Button>
    </Flex>
  );
}

function PortfolioSkeleton() {
  return (
    <Flex direction="column" gap="4">
      <Skeleton width="60%" height={28} />
      {['first', 'second', 'third', 'fourth'].map(row => (
        <Skeleton key={row} width="100%" height={48} />
      ))}
    </Flex>
  );
}

function itemKey({ entityRef, controlPlane, project }: PortfolioItem): string {
  return JSON.stringify([entityRef, controlPlane?.name, project]);
}
