import { SERIES_CLASS } from '@fairway/platform-ui';
import {
  LEDGER_CLASSES,
  type LedgerView,
  type NodeView,
} from '@fairway/plugin-gpu-capacity-common';
import { memo } from 'react';
import { LEDGER_WORDING, NODE_WORDING } from '../wording';
import styles from './NodeMap.module.css';
import { nodeWords } from './nodeWords';

/** More units than these are a bar: nobody counts so many squares. */
const MAX_SQUARES = 64;

interface NodeTileProps {
  readonly node: NodeView;
  readonly isChosen: boolean;
  /** Whether the keyboard gets to it; it gets to one tile, and from there to the others. */
  readonly isReachable: boolean;
}

function PlainNodeTile(props: NodeTileProps) {
  const { node, isChosen, isReachable } = props;
  const { name, state, resources } = node;
  const words = nodeWords(node);
  return (
    <li
      className={styles.tile}
      role="option"
      aria-selected={isChosen}
      aria-label={words}
      title={words}
      tabIndex={isReachable ? 0 : -1}
      data-node={name}
      data-state={state}
    >
      {/* The space keeps the words apart where they are read as one text. */}
      <span className={styles.name}>{name}</span>{' '}
      {state !== 'ready' && (
        <span className={styles.state}>{NODE_WORDING[state].word}</span>
      )}
      {resources.map(({ resource, owned, units }) => (
        <span key={resource} className={styles.units}>
          {owned > MAX_SQUARES ? shares(units) : squares(units)}
        </span>
      ))}
    </li>
  );
}

/** A node as a small grid of its units. Plain elements: there are thousands of them. */
export const NodeTile = memo(PlainNodeTile);

function squares(ledger: LedgerView) {
  return LEDGER_CLASSES.flatMap(ledgerClass =>
    Array.from({ length: Math.round(ledger[ledgerClass] ?? 0) }, (_, index) => (
      <span
        key={`${ledgerClass} ${index}`}
        className={`${SERIES_CLASS} ${styles.unit}`}
        data-series={LEDGER_WORDING[ledgerClass].series}
      />
    )),
  );
}

function shares(ledger: LedgerView) {
  return LEDGER_CLASSES.filter(
    ledgerClass => (ledger[ledgerClass] ?? 0) > 0,
  ).map(ledgerClass => (
    <span
      key={ledgerClass}
      className={`${SERIES_CLASS} ${styles.share}`}
      data-series={LEDGER_WORDING[ledgerClass].series}
      style={{ flexGrow: ledger[ledgerClass] }}
    />
  ));
}
