export { FitBox, FitVerdictText, NearMisses } from './FitBox';
export { fitWording } from './fitWording';
