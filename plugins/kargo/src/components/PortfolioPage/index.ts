export { PortfolioContent } from './PortfolioContent';
export { STATE_WORDING } from './portfolioWording';
