import { Flex, Select, Skeleton, Text } from '@backstage/ui';
import { AsyncContent } from '@fairway/platform-ui';
import type { ProjectPromotions } from '@fairway/plugin-kargo-common';
import { useFreightComparison } from '../../hooks/useFreightComparison';
import { useSelection } from '../../navigation';
import { ArtifactTable } from './ArtifactTable';

/** What differs between any two stages or pieces of freight; both are in the URL. */
export function ComparisonPanel(props: {
  readonly project: ProjectPromotions;
}) {
  const { project } = props;
  const [from, selectFrom] = useSelection('from');
  const [to, selectTo] = useSelection('to');
  const options = sides(project);
  return (
    <Flex direction="column" gap="3">
      <Flex gap="3" style={{ flexWrap: 'wrap' }}>
        <Select
          label="From"
          options={options}
          selectedKey={from ?? null}
          onSelectionChange={key => selectFrom(String(key))}
        />
        <Select
          label="To"
          options={options}
          selectedKey={to ?? null}
          onSelectionChange={key => selectTo(String(key))}
        />
      </Flex>
      {from && to ? (
        <Comparison from={from} to={to} />
      ) : (
        <Text>
          Choose two stages or pieces of freight to see which images, charts and
          commits differ.
        </Text>
      )}
    </Flex>
  );
}

function Comparison(props: { readonly from: string; readonly to: string }) {
  const { from, to } = props;
  const state = useFreightComparison(from, to);
  return (
    <AsyncContent
      state={state}
      subject="the comparison"
      skeleton={<Skeleton width="100%" height={120} />}
    >
      {comparison => (
        <Flex direction="column" gap="2">
          <Text as="p">{comparison.summary}</Text>
          <ArtifactTable changes={comparison.changes} />
        </Flex>
      )}
    </AsyncContent>
  );
}

function sides({ controlPlane, stages, freight }: ProjectPromotions) {
  return [
    ...stages.items
      .filter(stage => stage.freight)
      .map(stage => ({
        value: `stage:${controlPlane.name}/${stage.name}`,
        label: `In ${stage.name}: ${stage.freight?.version ?? 'unknown'}`,
      })),
    ...freight.items.map(item => ({
      value: `freight:${controlPlane.name}/${item.name}`,
      label: `Freight ${[item.version, item.alias].filter(Boolean).join(', ')}`,
    })),
  ];
}
