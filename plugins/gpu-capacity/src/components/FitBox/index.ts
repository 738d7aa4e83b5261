export { FitBox, fitWording, FitVerdictText, NearMisses } from './FitBox';
