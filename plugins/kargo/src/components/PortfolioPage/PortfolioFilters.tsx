import { humanizeEntityRef } from '@backstage/plugin-catalog-react';
import { parseEntityRef } from '@backstage/catalog-model';
import { Flex, Select } from '@backstage/ui';
import { TextFilter } from '@fairway/platform-ui';
import {
  PORTFOLIO_SORTS,
  PORTFOLIO_STATES,
  STATES_THAT_NEED_SOMEBODY,
  type Portfolio,
  type PortfolioFacet,
  type PortfolioQuery,
} from '@fairway/plugin-kargo-common';
import styles from './PortfolioFilters.module.css';
import { STATE_WORDING } from './portfolioWording';
import { NEEDY, optionsOfStates, statesOfOptions } from './stateChoice';

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

/** What the portfolio is narrowed to, and its order. Several values of one filter widen it; counts say what each has. */
export function PortfolioFilters(props: FilterProps) {
  const { query, portfolio, onChange } = props;
  return (
    <Flex gap="3" align="end" style={{ flexWrap: 'wrap' }}>
      <TextFilter
        className={styles.filter}
        placeholder="Name, version or reason"
        text={query.text ?? ''}
        onChange={text => onChange({ text: text.trim() || undefined })}
      />
      <StateFilter query={query} portfolio={portfolio} onChange={onChange} />
      {FACETS.map(({ name, label, all, kind }) => {
        const chosen = query[name] ?? [];
        const values = valuesOf(portfolio.facets[name], chosen);
        if (values.length < 2 && chosen.length === 0) return null;
        return (
          <Select
            key={name}
            className={styles.filter}
            label={label}
            placeholder={all}
            selectionMode="multiple"
            options={values.map(({ value, count }) => ({
              value,
              label: `${kind ? entityName(value, kind) : value} (${count})`,
            }))}
            value={[...chosen]}
            onChange={keys => onChange({ [name]: keys.map(String) })}
          />
        );
      })}
      <Select
        className={styles.filter}
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
      className={styles.filter}
      label="State"
      placeholder="All states"
      selectionMode="multiple"
      options={[
        { value: NEEDY, label: `Needs somebody (${needy})` },
        ...PORTFOLIO_STATES.map(state => ({
          value: state,
          label: `${STATE_WORDING[state].word} (${counts[state]})`,
        })),
      ]}
      value={optionsOfStates(chosen)}
      onChange={keys =>
        onChange({ state: statesOfOptions(chosen, keys.map(String)) })
      }
    />
  );
}

/** What is chosen can be seen, also where nothing has it any more. */
function valuesOf(
  facet: PortfolioFacet,
  chosen: readonly string[],
): PortfolioFacet {
  const gone = chosen.filter(
    wanted => !facet.some(({ value }) => value === wanted),
  );
  return [...facet, ...gone.map(value => ({ value, count: 0 }))];
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
