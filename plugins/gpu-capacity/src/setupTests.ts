import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Pages load their content lazily, which takes a while on a busy machine; nothing here tests speed.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(30_000);
