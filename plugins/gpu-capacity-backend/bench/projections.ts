export { nodeProjection, podProjection } from '../src/services/projections';
