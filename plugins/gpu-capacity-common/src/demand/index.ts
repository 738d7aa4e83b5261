export { frequentShapes } from './frequentShapes';
export { readRecordedShape, recordShape } from './recordedShape';
