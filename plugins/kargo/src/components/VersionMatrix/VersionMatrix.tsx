import {
  Button,
  Card,
  CardBody,
  CardHeader,
  Flex,
  SearchField,
  Text,
} from '@backstage/ui';
import { DataAge, FactTable, useNow } from '@fairway/platform-ui';
import type { ProjectPromotions } from '@fairway/plugin-kargo-common';
import { useState } from 'react';
import { partKey, useSelection } from '../../navigation';
import { ObservedPart } from '../ObservedPart';
import { matrixColumns } from './matrixColumns';
import { filterRows, matrixRows, type MatrixRow } from './MatrixRow';

const TICK_MS = 5_000;
/** As many as can be looked over; the rest waits until somebody asks. */
const PAGE = 50;

/** Where is my version: every stage on every control plane, upstream first. */
export function VersionMatrix(props: {
  readonly projects: readonly ProjectPromotions[];
}) {
  const { projects } = props;
  const now = useNow(TICK_MS);
  const [text = '', search] = useSelection('q');
  const [, selectStage] = useSelection('stage');
  const [limit, setLimit] = useState(PAGE);
  const rows = matrixRows(projects);
  const found = filterRows(rows, text);
  const shown = found.slice(0, limit);
  const onExplain = ({ stage, controlPlane }: MatrixRow) =>
    selectStage(partKey({ controlPlane, name: stage.name }));
  return (
    <Card>
      <CardHeader>
        <Flex justify="between" align="center" style={{ flexWrap: 'wrap' }}>
          <Text as="h2" variant="title-x-small">
            Versions
          </Text>
          {projects.length === 1 && (
            <DataAge freshness={projects[0].stages.freshness} />
          )}
        </Flex>
      </CardHeader>
      <CardBody>
        <Flex direction="column" gap="3">
          {rows.length > PAGE && (
            <SearchField
              aria-label="Filter stages"
              placeholder={`Filter ${rows.length} stages by name, version or shard`}
              value={text}
              onChange={search}
            />
          )}
          {projects.map(project => (
            <ObservedPart
              key={project.controlPlane.name}
              observed={project.stages}
              said={
                projects.length === 1 ? project.stages.freshness : undefined
              }
              what={`stages on ${
                project.controlPlane.title ?? project.controlPlane.name
              }`}
            >
              {project.stages.items.length === 0 && (
                <Text as="p">
                  {project.project} has no stages here yet. They appear as soon
                  as Kargo has them.
                </Text>
              )}
            </ObservedPart>
          ))}
          {shown.length > 0 && (
            <FactTable
              caption="Versions by stage"
              columns={matrixColumns({
                now,
                showControlPlane: projects.length > 1,
                onExplain,
              })}
              rows={shown}
              rowKey={({ stage, controlPlane }) =>
                partKey({ controlPlane, name: stage.name })
              }
            />
          )}
          {rows.length > 0 && found.length === 0 && (
            <Text>No stage matches “{text}”.</Text>
          )}
          {found.length > shown.length && (
            <Flex align="center" gap="3">
              <Text variant="body-small" color="secondary">
                {shown.length} of {found.length} stages
              </Text>
              <Button
                variant="secondary"
                size="small"
                onPress={() => setLimit(limit + PAGE)}
              >
                Show {Math.min(PAGE, found.length - shown.length)} more
              </Button>
            </Flex>
          )}
        </Flex>
      </CardBody>
    </Card>
  );
}
