import { createLegacyApp } from './createLegacyApp';

export const App = createLegacyApp();
