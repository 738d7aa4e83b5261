import { Button, Flex, Select, Skeleton, Switch, Text } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { AsyncContent } from '@fairway/platform-ui';
import type { ProjectPromotions } from '@fairway/plugin-kargo-common';
import { useState } from 'react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { kargoApiRef, type HistoryFilter } from '../../api';
import { useEntityRef } from '../../hooks/useEntityRef';
import { useHistory } from '../../hooks/useHistory';
import { useSelection } from '../../navigation';
import { HistoryTable } from './HistoryTable';
import { saveFile } from './saveFile';

const PAGE = 25;
const ALL = 'all';

/** Who did what, when and why, beyond the time for which Kargo keeps it; the filter is in the URL. */
export function HistoryPanel(props: { readonly project: ProjectPromotions }) {
  const { project } = props;
  const [stage, selectStage] = useSelection('historyStage');
  const [around, selectAround] = useSelection('around');
  const [limit, setLimit] = useState(PAGE);
  const filter: HistoryFilter = {
    controlPlane: project.controlPlane.name,
    stage,
    onlyBypasses: around === 'true',
    limit,
  };
  const state = useHistory(filter);
  return (
    <Flex direction="column" gap="3">
      <Flex gap="3" align="end" style={{ flexWrap: 'wrap' }}>
        <Select
          label="Stage"
          options={[
            { value: ALL, label: 'All stages' },
            ...project.stages.items.map(({ name }) => ({
              value: name,
              label: name,
            })),
          ]}
          selectedKey={stage ?? ALL}
          onSelectionChange={key =>
            selectStage(key === ALL ? undefined : String(key))
          }
        />
        <Switch
          label="Only what went around the portal"
          isSelected={filter.onlyBypasses}
          onChange={selected => selectAround(selected ? 'true' : undefined)}
        />
        <Exports filter={filter} />
      </Flex>
      {filter.onlyBypasses && (
        <Text as="p" variant="body-small" color="secondary">
          A way around says that the platform is too narrow, too slow or not
          clear enough here. It is feedback, not an offence.
        </Text>
      )}
      <AsyncContent
        state={state}
        subject="the history"
        skeleton={<Skeleton width="100%" height={160} />}
      >
        {page => (
          <HistoryTable
            page={page}
            onMore={() => setLimit(Math.min(200, limit + PAGE))}
          />
        )}
      </AsyncContent>
    </Flex>
  );
}

function Exports(props: { readonly filter: HistoryFilter }) {
  const { filter } = props;
  const api = useApi(kargoApiRef);
  const entity = useEntityRef();
  const [state, download] = useAsyncFn(
    async (format: 'csv' | 'json') =>
      saveFile(
        await api.exportHistory(entity, filter, format),
        `promotions-${entity.name}.${format}`,
      ),
    [api, entity, filter],
  );
  return (
    <>
      <Button
        variant="secondary"
        isPending={state.loading}
        onPress={() => download('csv')}
      >
        Download CSV
      </Button>
      <Button
        variant="secondary"
        isPending={state.loading}
        onPress={() => download('json')}
      >
        Download JSON
      </Button>
      {state.error && (
        <Text role="alert">
          The file could not be made: {state.error.message}
        </Text>
      )}
    </>
  );
}
