export { createPortfolioRouter } from './createPortfolioRouter';
export { DefaultPortfolioService } from './DefaultPortfolioService';
