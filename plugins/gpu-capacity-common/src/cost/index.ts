export {
  addCosts,
  deviceCost,
  NO_COST,
  type CostSum,
  type DeviceCost,
  type DeviceTime,
} from './deviceCost';
export { nodePricesQuery, readNodePrices } from './nodePrices';
export {
  EMPTY_PRICE_BOOK,
  priceOf,
  type HourlyPrice,
  type PriceBook,
  type ProductPrice,
} from './price';
