/**
 * Golden paths on entity pages, for the new frontend system.
 *
 * @packageDocumentation
 */
export { goldenPathPlugin as default } from './plugin';
