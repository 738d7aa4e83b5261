import { SeriesKey } from '@fairway/platform-ui';
import {
  LEDGER_CLASSES,
  type NodeView,
} from '@fairway/plugin-gpu-capacity-common';
import {
  useCallback,
  useState,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import { LEDGER_WORDING } from '../wording';
import { stepOf, type MapStep } from './mapSteps';
import styles from './NodeMap.module.css';
import { NodeTile } from './NodeTile';

/**
 * Each node as a small grid of its units by class. One stop of the keyboard; from there the arrows go from node to node,
 * and Enter or space opens one.
 */
export function NodeMap(props: {
  readonly nodes: readonly NodeView[];
  readonly chosen: string | undefined;
  readonly onChoose: (name: string | undefined) => void;
}) {
  const { nodes, chosen, onChoose } = props;
  const [current, setCurrent] = useState<string>();
  const reachable =
    [current, chosen].find(wanted =>
      nodes.some(({ name }) => name === wanted),
    ) ?? nodes[0]?.name;

  const onClick = useCallback(
    (event: MouseEvent<HTMLElement>) => {
      const name = nameAt(event.target);
      if (name === undefined) return;
      setCurrent(name);
      onChoose(name === chosen ? undefined : name);
    },
    [chosen, onChoose],
  );
  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const name = nameAt(event.target);
      if (name === undefined) return;
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        onChoose(name === chosen ? undefined : name);
        return;
      }
      const step = stepOf(event.key);
      const next = step && focusAfter(event.currentTarget, event.target, step);
      if (next === undefined) return;
      event.preventDefault();
      setCurrent(next);
    },
    [chosen, onChoose],
  );

  return (
    <ul
      className={styles.map}
      role="listbox"
      aria-label="Map of the nodes"
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      {nodes.map(node => (
        <NodeTile
          key={node.name}
          node={node}
          isChosen={node.name === chosen}
          isReachable={node.name === reachable}
        />
      ))}
    </ul>
  );
}

/** What the squares of the map mean. */
export function NodeMapLegend() {
  return (
    <ul className={styles.legend} aria-label="What the squares mean">
      {LEDGER_CLASSES.map(ledgerClass => (
        <li key={ledgerClass}>
          <SeriesKey series={LEDGER_WORDING[ledgerClass].series} />
          {LEDGER_WORDING[ledgerClass].word}
        </li>
      ))}
    </ul>
  );
}

function tileAt(target: EventTarget): HTMLElement | undefined {
  const tile =
    target instanceof Element ? target.closest('[role="option"]') : null;
  return tile instanceof HTMLElement ? tile : undefined;
}

function nameAt(target: EventTarget): string | undefined {
  return tileAt(target)?.dataset.node;
}

/** Moves the focus, and says to which node. */
function focusAfter(
  map: HTMLElement,
  from: EventTarget,
  step: MapStep,
): string | undefined {
  const tiles = [...map.children].filter(
    (child): child is HTMLElement => child instanceof HTMLElement,
  );
  const tile = tileAt(from);
  const index = tile ? tiles.indexOf(tile) : -1;
  if (index < 0) return undefined;
  const columns = tiles.filter(
    ({ offsetTop }) => offsetTop === tiles[0].offsetTop,
  ).length;
  const next = tiles[step({ index, columns, count: tiles.length })];
  next.focus();
  return next.dataset.node;
}
