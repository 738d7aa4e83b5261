import { createServiceMock } from '@backstage/backend-test-utils';
import { platformFactsServiceRef } from './platformFactsServiceRef';

/**
 * A test double whose `publish` is a mock function, with a `factory` for `startTestBackend`.
 *
 * @public
 */
export const platformFactsServiceMock = createServiceMock(
  platformFactsServiceRef,
  () => ({ publish: jest.fn() }),
);
