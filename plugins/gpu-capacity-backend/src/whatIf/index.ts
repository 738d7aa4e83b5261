export { createWhatIfRouter } from './createWhatIfRouter';
export { WhatIfService } from './WhatIfService';
