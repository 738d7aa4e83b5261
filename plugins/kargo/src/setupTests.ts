import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import { randomUUID } from 'node:crypto';

// Pages load their content lazily, which takes a while on a busy machine; nothing here tests speed.
configure({ asyncUtilTimeout: 15_000 });

// Browsers have it, jsdom does not.
Object.defineProperty(globalThis.crypto, 'randomUUID', { value: randomUUID });
