import { humanizeEntityRef } from '@backstage/plugin-catalog-react';
import { parseEntityRef } from '@backstage/catalog-model';
import { Flex, Select } from '@backstage/ui';
import {
  PORTFOLIO_SORTS,
  PORTFOLIO_STATES,
  STATES_THAT_NEED_SOMEBODY,
  type Portfolio,
  type PortfolioFacet,
  type PortfolioQuery,
} from '@fairway/plugin-kargo-common';
import { STATE_WORDING } from './portfolioWording';
import { TextFilter } from './TextFilter';

const ALL = 'all';
const NEEDY = 'needs-somebody';

type FacetName = keyof Portfolio['facets'];

const SORTS: Readonly<Record<PortfolioQuery['sort'], string>> = {
  urgency: 'Most urgent first',
  since: 'Longest first',
  title: 'By name',
  owner: 'By owner',
  system: 'By system',
};

const FACETS: ReadonlyArray<{
  readonly name: FacetName;
  readonly label: string;
  readonly all: string;
  /** The kind of entity that its values name, if they do. */
  readonly kind?: string;
}> = [
  { name: 'owner', label: 'Owner', all: 'All owners', kind: 'group' },
  { name: 'system', label: 'System', all: 'All systems', kind: 'system' },
  { name: 'riskClass', label: 'Risk class', all: 'All classes' },
  { name: 'controlPlane', label: 'Control plane', all: 'All control planes' },
  { name: 'shard', label: 'Shard', all: 'All shards' },
];

interface FilterProps {
  readonly query: PortfolioQuery;
  readonly portfolio: Portfolio;
  readonly onChange: (change: Partial<PortfolioQuery>) => void;
}

/** What the portfolio is narrowed to, and its order. Counts say what a choice would leave. */
export function PortfolioFilters(props: FilterProps) {
  const { query, portfolio, onChange } = props;
  return (
    <Flex gap="3" align="end" style={{ flexWrap: 'wrap' }}>
      <TextFilter
        text={query.text ?? ''}
        onChange={text => onChange({ text: text.trim() || undefined })}
      />
      <StateFilter query={query} portfolio={portfolio} onChange={onChange} />
      {FACETS.map(({ name, label, all, kind }) => {
        const [chosen] = query[name] ?? [];
        const values = valuesOf(portfolio.facets[name], chosen);
        if (values.length < 2 && !chosen) return null;
        return (
          <Select
            key={name}
            label={label}
            options={[
              { value: ALL, label: all },
              ...values.map(({ value, count }) => ({
                value,
                label: `${kind ? entityName(value, kind) : value} (${count})`,
              })),
            ]}
            selectedKey={chosen ?? ALL}
            onSelectionChange={key =>
              onChange({ [name]: key === ALL ? undefined : [String(key)] })
            }
          />
        );
      })}
      <Select
        label="Order"
        options={PORTFOLIO_SORTS.map(value => ({
          value,
          label: SORTS[value],
        }))}
        selectedKey={query.sort}
        onSelectionChange={key =>
          onChange({ sort: PORTFOLIO_SORTS.find(sort => sort === key) })
        }
      />
    </Flex>
  );
}

function StateFilter(props: FilterProps) {
  const { query, portfolio, onChange } = props;
  const { counts } = portfolio;
  const needy = STATES_THAT_NEED_SOMEBODY.reduce(
    (sum, state) => sum + counts[state],
    0,
  );
  const chosen = query.state ?? [];
  return (
    <Select
      label="State"
      options={[
        { value: ALL, label: 'All states' },
        { value: NEEDY, label: `Needs somebody (${needy})` },
        ...PORTFOLIO_STATES.map(state => ({
          value: state,
          label: `${STATE_WORDING[state].word} (${counts[state]})`,
        })),
      ]}
      selectedKey={chosen.length > 1 ? NEEDY : chosen[0] ?? ALL}
      onSelectionChange={key =>
        onChange({
          state:
            key === NEEDY
              ? [...STATES_THAT_NEED_SOMEBODY]
              : PORTFOLIO_STATES.filter(state => state === key),
        })
      }
    />
  );
}

/** What is chosen can be seen, also where nothing has it any more. */
function valuesOf(
  facet: PortfolioFacet,
  chosen: string | undefined,
): PortfolioFacet {
  return !chosen || facet.some(({ value }) => value === chosen)
    ? facet
    : [...facet, { value: chosen, count: 0 }];
}

/** A value of the URL need not be an entity ref. */
function entityName(value: string, defaultKind: string): string {
  try {
    return humanizeEntityRef(parseEntityRef(value, { defaultKind }), {
      defaultKind,
    });
  } catch {
    return value;
  }
}
