import {
  Button,
  Flex,
  Text,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import {
  counted,
  type HealthView,
  type NodeView,
} from '@fairway/plugin-gpu-capacity-common';
import { useMemo, useState } from 'react';
import { filterNodes } from './filterNodes';
import { NodeDetail } from './NodeDetail';
import { NodeFilters } from './NodeFilters';
import { NodeMap, NodeMapLegend } from './NodeMap';
import { NodeTable } from './NodeTable';
import { useNodeChoices, type NodeChoices } from './useNodeChoices';

/** Tiles are cheap, rows of a table are not. */
const SHOWN = { map: 1_000, table: 50 } as const;

/** The nodes as a map or as a table, narrowed by what the URL says. */
export function NodeSection(props: {
  readonly nodes: readonly NodeView[];
  readonly health: readonly HealthView[];
}) {
  const { nodes, health } = props;
  const choices = useNodeChoices();
  const { filter, view, node: chosen, change } = choices;
  const left = useMemo(() => filterNodes(nodes, filter), [nodes, filter]);
  const open = nodes.find(({ name }) => name === chosen);
  return (
    <Flex direction="column" gap="3">
      <NodeFilters nodes={nodes} choices={choices} />
      <Flex justify="between" align="center" style={{ flexWrap: 'wrap' }}>
        <Text role="status" variant="body-small" color="secondary">
          {left.length === nodes.length
            ? counted(nodes.length, 'node', 'nodes')
            : `${left.length} of ${counted(nodes.length, 'node', 'nodes')}`}
        </Text>
        <ViewChoice view={view} onChange={change} />
      </Flex>
      {left.length === 0 ? (
        <NothingLeft onShowAll={change} />
      ) : (
        <Shown
          // What is shown begins anew with each filter.
          key={JSON.stringify([filter, view])}
          nodes={left}
          choices={choices}
        />
      )}
      {open && (
        <NodeDetail
          node={open}
          health={health}
          onClose={() => change({ node: undefined })}
        />
      )}
    </Flex>
  );
}

function Shown(props: {
  readonly nodes: readonly NodeView[];
  readonly choices: NodeChoices;
}) {
  const { nodes, choices } = props;
  const { view, node, change } = choices;
  const [limit, setLimit] = useState<number>(SHOWN[view]);
  const shown = useMemo(() => nodes.slice(0, limit), [nodes, limit]);
  const hidden = nodes.length - shown.length;
  return (
    <>
      {view === 'table' ? (
        <NodeTable nodes={shown} />
      ) : (
        <>
          <NodeMapLegend />
          <NodeMap
            nodes={shown}
            chosen={node}
            onChoose={name => change({ node: name })}
          />
        </>
      )}
      {hidden > 0 && (
        <Flex>
          <Button
            variant="secondary"
            size="small"
            onPress={() => setLimit(limit + SHOWN[view])}
          >
            Show {Math.min(hidden, SHOWN[view])} more of {hidden}
          </Button>
        </Flex>
      )}
    </>
  );
}

function ViewChoice(props: {
  readonly view: NodeChoices['view'];
  readonly onChange: NodeChoices['change'];
}) {
  const { view, onChange } = props;
  return (
    <ToggleButtonGroup
      aria-label="Nodes as"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[view]}
      onSelectionChange={keys =>
        onChange({ view: new Set(keys).has('table') ? 'table' : undefined })
      }
    >
      <ToggleButton id="map">Map</ToggleButton>
      <ToggleButton id="table">Table</ToggleButton>
    </ToggleButtonGroup>
  );
}

function NothingLeft(props: { readonly onShowAll: NodeChoices['change'] }) {
  return (
    <Flex align="center" gap="3">
      <Text>No node matches the filters.</Text>
      <Button
        variant="secondary"
        size="small"
        onPress={() =>
          props.onShowAll({
            state: undefined,
            ledgerClass: undefined,
            product: undefined,
            text: undefined,
          })
        }
      >
        Show all
      </Button>
    </Flex>
  );
}
