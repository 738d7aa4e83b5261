import { Flex, Skeleton, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { lazy, Suspense, type ReactNode } from 'react';
import type { Tone } from '../StatusText';
import styles from './AccessibleGraph.module.css';

/**
 * A node of an {@link AccessibleGraph}.
 *
 * @public
 */
export interface GraphNode {
  readonly id: string;
  readonly title: string;
  /** A second line. */
  readonly detail?: string;
  /** Absent for what has no state. */
  readonly tone?: Tone;
}

/**
 * An edge of an {@link AccessibleGraph}, by the ids of its nodes.
 *
 * @public
 */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
}

/** @public */
export type GraphViewMode = 'graph' | 'list';

/** @public */
export interface AccessibleGraphProps {
  readonly title: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly view: GraphViewMode;
  readonly onViewChange: (view: GraphViewMode) => void;
  /** Called with the id of a node that is pressed. */
  readonly onOpen: (id: string) => void;
  /** The same for a keyboard and a screen reader. */
  readonly list: ReactNode;
}

// The layout is large, and most pages are read without it.
const GraphDrawing = lazy(() =>
  import('./GraphDrawing').then(module => ({ default: module.GraphDrawing })),
);

/**
 * A graph with a list twin: the same facts for those who use a keyboard or a screen reader, one press away.
 *
 * @public
 */
export function AccessibleGraph(props: AccessibleGraphProps) {
  const { title, nodes, edges, view, onViewChange, onOpen, list } = props;
  return (
    <Flex direction="column" gap="3">
      <ToggleButtonGroup
        aria-label={`${title} as`}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[view]}
        onSelectionChange={keys =>
          onViewChange(new Set(keys).has('list') ? 'list' : 'graph')
        }
      >
        <ToggleButton id="graph">Graph</ToggleButton>
        <ToggleButton id="list">List</ToggleButton>
      </ToggleButtonGroup>
      {view === 'list' ? (
        list
      ) : (
        <div
          className={styles.drawing}
          role="group"
          aria-label={`${title}: drawing`}
        >
          <Suspense fallback={<Skeleton width="100%" height={240} />}>
            <GraphDrawing nodes={nodes} edges={edges} onOpen={onOpen} />
          </Suspense>
        </div>
      )}
    </Flex>
  );
}
