/**
 * Test doubles for producers of facts.
 *
 * @packageDocumentation
 */
export { platformFactsServiceMock } from './platformFactsServiceMock';
