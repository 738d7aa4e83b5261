import { Flex, Select } from '@backstage/ui';
import { TextFilter } from '@fairway/platform-ui';
import {
  LEDGER_CLASSES,
  NODE_STATES,
  productName,
  type NodeView,
} from '@fairway/plugin-gpu-capacity-common';
import { useMemo } from 'react';
import { LEDGER_WORDING, NODE_WORDING } from '../wording';
import { productsOf } from './filterNodes';
import styles from './NodeMap.module.css';
import type { NodeChoices } from './useNodeChoices';

const ALL = 'all';

/** What the nodes are narrowed to. */
export function NodeFilters(props: {
  readonly nodes: readonly NodeView[];
  readonly choices: NodeChoices;
}) {
  const { nodes, choices } = props;
  const { filter, change } = choices;
  const products = useMemo(() => productsOf(nodes), [nodes]);
  return (
    <Flex gap="3" align="end" className={styles.filters}>
      <TextFilter
        className={styles.filter}
        placeholder="Node, product or resource"
        text={choices.text}
        onChange={text => change({ text })}
      />
      <Choice
        label="State"
        all="All states"
        options={NODE_STATES.map(value => ({
          value,
          label: NODE_WORDING[value].word,
        }))}
        chosen={filter.state}
        onChange={state => change({ state })}
      />
      <Choice
        label="Has devices that are"
        all="Any"
        options={LEDGER_CLASSES.map(value => ({
          value,
          label: LEDGER_WORDING[value].word,
        }))}
        chosen={filter.ledgerClass}
        onChange={ledgerClass => change({ ledgerClass })}
      />
      {(products.length > 1 || filter.product) && (
        <Choice
          label="Product"
          all="All products"
          options={products.map(value => ({
            value,
            label: productName(value),
          }))}
          chosen={filter.product}
          onChange={product => change({ product })}
        />
      )}
    </Flex>
  );
}

function Choice(props: {
  readonly label: string;
  readonly all: string;
  readonly options: ReadonlyArray<{
    readonly value: string;
    readonly label: string;
  }>;
  readonly chosen: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}) {
  const { label, all, options, chosen, onChange } = props;
  return (
    <Select
      className={styles.filter}
      label={label}
      options={[{ value: ALL, label: all }, ...options]}
      selectedKey={chosen ?? ALL}
      onSelectionChange={key => onChange(key === ALL ? undefined : String(key))}
    />
  );
}
