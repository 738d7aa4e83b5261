import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// The first page of a test run is compiled when it is first opened.
configure({ asyncUtilTimeout: 10_000 });
