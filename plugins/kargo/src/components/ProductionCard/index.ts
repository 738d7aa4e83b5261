export { ProductionCard } from './ProductionCard';
