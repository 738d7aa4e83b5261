import { useUrlChoices } from '@fairway/platform-ui';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { nodeFilter, type NodeFilter } from './filterNodes';

/** How choices are called in the URL. */
const KEYS = {
  state: 'state',
  ledgerClass: 'class',
  product: 'product',
  text: 'q',
  node: 'node',
  view: 'view',
} as const;

const KEY_NAMES = [
  'state',
  'ledgerClass',
  'product',
  'text',
  'node',
  'view',
] as const;

type Choices = Partial<Record<keyof typeof KEYS, string | undefined>>;

/** What the reader has chosen of the nodes. All of it is in the URL. */
export interface NodeChoices {
  readonly filter: NodeFilter;
  /** As it was typed. */
  readonly text: string;
  /** Name of the node that is open. */
  readonly node: string | undefined;
  readonly view: 'map' | 'table';
  readonly change: (choices: Choices) => void;
}

/** Reads and changes what is chosen of the nodes. */
export function useNodeChoices(): NodeChoices {
  const [params] = useSearchParams();
  const choose = useUrlChoices();
  const search = params.toString();
  return useMemo(() => {
    const read = new URLSearchParams(search);
    const chosen = (key: keyof typeof KEYS) => read.get(KEYS[key]) ?? undefined;
    const text = chosen('text') ?? '';
    return {
      filter: nodeFilter({
        state: chosen('state'),
        ledgerClass: chosen('ledgerClass'),
        product: chosen('product'),
        text,
      }),
      text,
      node: chosen('node'),
      view: chosen('view') === 'table' ? 'table' : 'map',
      change: choices => choose(inUrl(choices), { passing: 'text' in choices }),
    };
  }, [search, choose]);
}

function inUrl(choices: Choices): Record<string, string | undefined> {
  return Object.fromEntries(
    KEY_NAMES.filter(name => name in choices).map(name => [
      KEYS[name],
      choices[name],
    ]),
  );
}
