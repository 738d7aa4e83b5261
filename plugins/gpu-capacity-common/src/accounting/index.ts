export type { ResourceAccount } from './nodeAccount';
export {
  accountForPool,
  type AcceleratorGroup,
  type NodeAccount,
} from './poolAccount';
