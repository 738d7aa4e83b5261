export {
  AccessibleGraph,
  type AccessibleGraphProps,
  type GraphEdge,
  type GraphNode,
  type GraphViewMode,
} from './AccessibleGraph';
