export { createOverviewRouter } from './createOverviewRouter';
export { Estate } from './Estate';
export { OverviewService } from './OverviewService';
export { PrometheusNodePrices } from './PrometheusNodePrices';
export { NO_NODE_PRICES, Prices, type NodePrices } from './Prices';
export { VisibleEntities } from './VisibleEntities';
