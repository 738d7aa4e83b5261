import {
  Card,
  CardBody,
  CardHeader,
  Flex,
  Link,
  Skeleton,
  Tab,
  TabList,
  TabPanel,
  Tabs,
  Text,
} from '@backstage/ui';
import { StatusText, TimeAgo } from '@fairway/platform-ui';
import type { ProjectPromotions } from '@fairway/plugin-kargo-common';
import { lazy, Suspense } from 'react';
import { useSelection } from '../../navigation';
import { ActionButton } from '../ActionButton';
import { ComparisonPanel } from '../ComparisonPanel';
import { ControllerTable } from '../ControllerTable';
import { FreightTable } from '../FreightTable';
import { HistoryPanel } from '../HistoryPanel';
import { ObservedPart } from '../ObservedPart';
import { PipelineView } from '../PipelineView';
import { PromotionList } from '../PromotionList';
import styles from './ProjectSection.module.css';

const EntityCalendar = lazy(() =>
  import('../FreezeCalendar').then(m => ({ default: m.EntityCalendar })),
);

const FIRST_TAB = 'promotions';
const TABS = [
  FIRST_TAB,
  'pipeline',
  'freight',
  'compare',
  'history',
  'windows',
  'controllers',
];

/** The evidence behind the versions: one project on one control plane; the tab is in the URL. */
export function ProjectSection(props: { readonly project: ProjectPromotions }) {
  const { project } = props;
  const { title, name, url } = project.controlPlane;
  const [wanted = FIRST_TAB, select] = useSelection('tab');
  const tab = TABS.includes(wanted) ? wanted : FIRST_TAB;
  return (
    <Card>
      <CardHeader>
        <Flex justify="between" align="center" style={{ flexWrap: 'wrap' }}>
          <Text as="h2" variant="title-x-small">
            {project.project} on {title ?? name}
          </Text>
          {url && (
            <Link href={url} target="_blank">
              Open in Kargo
            </Link>
          )}
        </Flex>
      </CardHeader>
      <CardBody>
        <Warehouses project={project} />
        <Tabs
          className={styles.tabs}
          selectedKey={tab}
          onSelectionChange={key =>
            key !== tab && select(key === FIRST_TAB ? undefined : String(key))
          }
        >
          <TabList>
            <Tab id="promotions">Promotions</Tab>
            <Tab id="pipeline">Pipeline</Tab>
            <Tab id="freight">Freight</Tab>
            <Tab id="compare">Compare</Tab>
            <Tab id="history">History</Tab>
            <Tab id="windows">Change windows</Tab>
            <Tab id="controllers">Controllers</Tab>
          </TabList>
          <Panels project={project} />
        </Tabs>
      </CardBody>
    </Card>
  );
}

function Panels(props: { readonly project: ProjectPromotions }) {
  const { project } = props;
  const said = project.stages.freshness;
  return (
    <>
      <TabPanel id="promotions">
        <ObservedPart
          observed={project.promotions}
          said={said}
          what="promotions"
        >
          <PromotionList
            controlPlane={project.controlPlane.name}
            promotions={project.promotions.items}
            total={project.promotions.total}
          />
        </ObservedPart>
      </TabPanel>
      <TabPanel id="pipeline">
        <PipelineView project={project} />
      </TabPanel>
      <TabPanel id="freight">
        <RefreshWarehouses project={project} />
        <ObservedPart observed={project.freight} said={said} what="freight">
          <FreightTable
            freight={project.freight.items}
            project={project.project}
            total={project.freight.total}
          />
        </ObservedPart>
      </TabPanel>
      <TabPanel id="compare">
        <ComparisonPanel project={project} />
      </TabPanel>
      <TabPanel id="history">
        <HistoryPanel project={project} />
      </TabPanel>
      <TabPanel id="windows">
        <Suspense fallback={<Skeleton width="100%" height={160} />}>
          <EntityCalendar controlPlane={project.controlPlane.name} />
        </Suspense>
      </TabPanel>
      <TabPanel id="controllers">
        <ObservedPart
          observed={project.controllers}
          said={said}
          what="controllers"
        >
          <ControllerTable controllers={project.controllers.items} />
        </ObservedPart>
      </TabPanel>
    </>
  );
}

/** Freight that is published is found some minutes later, unless somebody makes Kargo look. */
function RefreshWarehouses(props: { readonly project: ProjectPromotions }) {
  const { controlPlane, warehouses } = props.project;
  return (
    <Flex gap="2" style={{ flexWrap: 'wrap' }}>
      {warehouses.items.map(({ name }) => (
        <ActionButton
          key={name}
          order={{
            action: 'refresh',
            controlPlane: controlPlane.name,
            kind: 'Warehouse',
            name,
          }}
          place={{ controlPlane: controlPlane.name, warehouse: name }}
          label={`Refresh the warehouse ${name}`}
        />
      ))}
    </Flex>
  );
}

/** A warehouse that finds nothing looks like a quiet pipeline, so it is said. */
function Warehouses(props: { readonly project: ProjectPromotions }) {
  const failing = props.project.warehouses.items.filter(
    ({ problem }) => problem,
  );
  return (
    <>
      {failing.map(({ name, problem }) => (
        <StatusText key={name} tone="attention">
          Warehouse {name} finds no new freight: {problem?.message}{' '}
          {problem?.since && (
            <>
              (it last looked with success <TimeAgo time={problem.since} />)
            </>
          )}
        </StatusText>
      ))}
    </>
  );
}
