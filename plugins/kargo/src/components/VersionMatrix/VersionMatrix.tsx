import {
  Button,
  Card,
  CardBody,
  CardHeader,
  Flex,
  SearchField,
  Text,
} from '@backstage/ui';
import { DataAge, FactTable } from '@fairway/platform-ui';
import type { ProjectPromotions } from '@fairway/plugin-kargo-common';
import { useMemo } from 'react';
import { partKey, useSelection } from '../../navigation';
import { ObservedPart } from '../ObservedPart';
import { matrixColumns } from './matrixColumns';
import { filterRows, type MatrixRow } from './MatrixRow';
import { useMatrixRows } from './useMatrixRows';

/** As many as can be looked over; the rest waits until somebody asks. */
const PAGE = 50;

/** Where is my version: every stage on every control plane, upstream first. */
export function VersionMatrix(props: {
  readonly projects: readonly ProjectPromotions[];
}) {
  const { projects } = props;
  const [text = '', search] = useSelection('q');
  const [, selectStage] = useSelection('stage');
  const [wantedRows, showRows] = useSelection('rows');
  const limit = Math.max(PAGE, Math.trunc(Number(wantedRows)) || 0);
  const rows = useMatrixRows(projects);
  const found = filterRows(rows, text);
  const shown = found.slice(0, limit);
  const showControlPlane = projects.length > 1;
  const columns = useMemo(
    () =>
      matrixColumns({
        showControlPlane,
        onExplain: row => selectStage(rowKey(row)),
      }),
    [showControlPlane, selectStage],
  );
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
              columns={columns}
              rows={shown}
              rowKey={rowKey}
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
                onPress={() => showRows(String(limit + PAGE))}
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

function rowKey({ stage, controlPlane }: MatrixRow): string {
  return partKey({ controlPlane, name: stage.name });
}
