import {
  Card,
  CardBody,
  CardHeader,
  Flex,
  Tab,
  TabList,
  TabPanel,
  Tabs,
  Text,
} from '@backstage/ui';
import { DataAge, isSameTrouble, StatusText } from '@fairway/platform-ui';
import type { ProjectPromotions } from '@fairway/plugin-kargo-common';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router-dom';
import { FreightTable } from '../FreightTable';
import { PromotionList } from '../PromotionList';
import { StagesTable } from '../StagesTable';
import styles from './ProjectSection.module.css';

type Observed = Pick<ProjectPromotions['stages'], 'freshness' | 'malformed'> & {
  readonly items: readonly unknown[];
};

/** One project on one control plane. */
export function ProjectSection(props: { readonly project: ProjectPromotions }) {
  const { project } = props;
  const { title, name } = project.controlPlane;
  return (
    <Card>
      <CardHeader>
        <Flex justify="between" align="center" style={{ flexWrap: 'wrap' }}>
          <Text as="h2" variant="title-x-small">
            {project.project} on {title ?? name}
          </Text>
          <DataAge freshness={project.stages.freshness} />
        </Flex>
      </CardHeader>
      <CardBody>
        <Flex direction="column" gap="4">
          <ObservedPart
            observed={project.stages}
            said={project.stages.freshness}
            what="stages"
          >
            <StagesTable project={project} />
          </ObservedPart>
          <Evidence project={project} />
        </Flex>
      </CardBody>
    </Card>
  );
}

/** What led to the state of the stages; the tab is in the URL. */
function Evidence(props: { readonly project: ProjectPromotions }) {
  const { project } = props;
  const [searchParams, setSearchParams] = useSearchParams();
  const tab = searchParams.get('tab') === 'freight' ? 'freight' : 'promotions';
  const select = (key: string) =>
    setSearchParams(
      params => {
        const next = new URLSearchParams(params);
        if (key === 'promotions') next.delete('tab');
        else next.set('tab', key);
        return next;
      },
      { preventScrollReset: true },
    );
  return (
    <Tabs
      className={styles.tabs}
      selectedKey={tab}
      onSelectionChange={key => key !== tab && select(String(key))}
    >
      <TabList>
        <Tab id="promotions">Promotions</Tab>
        <Tab id="freight">Freight</Tab>
      </TabList>
      <TabPanel id="promotions">
        <ObservedPart
          observed={project.promotions}
          said={project.stages.freshness}
          what="promotions"
        >
          <PromotionList promotions={project.promotions.items} />
        </ObservedPart>
      </TabPanel>
      <TabPanel id="freight">
        <ObservedPart
          observed={project.freight}
          said={project.stages.freshness}
          what="freight"
        >
          <FreightTable
            freight={project.freight.items}
            project={project.project}
          />
        </ObservedPart>
      </TabPanel>
    </Tabs>
  );
}

/** What could not be observed is said; it is not shown as empty. */
function ObservedPart(props: {
  readonly observed: Observed;
  /** What stands in the header of the card already. */
  readonly said: Observed['freshness'];
  readonly what: string;
  readonly children: ReactNode;
}) {
  const { observed, said, what, children } = props;
  const { freshness, items, malformed } = observed;
  const unseen =
    freshness.status === 'unobserved' ||
    (freshness.status !== 'live' && items.length === 0);
  return (
    <Flex direction="column" gap="2">
      {freshness.status !== 'live' && !isSameTrouble(freshness, said) && (
        <DataAge freshness={freshness} />
      )}
      {malformed.map(({ key, message }) => (
        <StatusText key={key} tone="attention">
          {key} is missing here because it could not be read: {message}
        </StatusText>
      ))}
      {unseen ? (
        <StatusText tone="unknown">The {what} are unknown.</StatusText>
      ) : (
        children
      )}
    </Flex>
  );
}
