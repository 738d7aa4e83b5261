import {
  DependencyGraph,
  DependencyGraphTypes,
} from '@backstage/core-components';
import styles from './AccessibleGraph.module.css';
import type { GraphEdge, GraphNode } from './AccessibleGraph';

const NODE_WIDTH = 168;
const NODE_HEIGHT = 52;
const MAX_TEXT = 22;

/** The drawing of an accessible graph. */
export function GraphDrawing(props: {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly onOpen: (id: string) => void;
}) {
  const { nodes, edges, onOpen } = props;
  return (
    <DependencyGraph
      nodes={[...nodes]}
      edges={[...edges]}
      direction={DependencyGraphTypes.Direction.LEFT_RIGHT}
      renderNode={({ node }) => <Node node={node} onOpen={onOpen} />}
      nodeMargin={16}
      rankMargin={48}
      paddingX={8}
      paddingY={8}
      zoom="enable-on-click"
      fit="grow"
      curve="curveMonotoneX"
      showArrowHeads
    />
  );
}

function Node(props: {
  readonly node: GraphNode;
  readonly onOpen: (id: string) => void;
}) {
  const { node, onOpen } = props;
  const { id, title, detail, tone } = node;
  return (
    <g
      className={styles.node}
      data-tone={tone}
      onClick={() => onOpen(id)}
      aria-hidden
    >
      <title>{[title, detail].filter(Boolean).join(': ')}</title>
      <rect width={NODE_WIDTH} height={NODE_HEIGHT} rx={6} />
      <text x={12} y={21} className={styles.title}>
        {cut(title)}
      </text>
      <text x={12} y={40} className={styles.detail}>
        {cut(detail ?? '')}
      </text>
    </g>
  );
}

/** The middle tells least of a long name. */
function cut(text: string): string {
  if (text.length <= MAX_TEXT) return text;
  const half = Math.floor((MAX_TEXT - 1) / 2);
  return `${text.slice(0, half)}…${text.slice(-half)}`;
}
