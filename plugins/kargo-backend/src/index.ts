/**
 * Reads Kargo promotions from every control plane and reports them as facts.
 *
 * @packageDocumentation
 */
export { kargoPlugin as default } from './plugin';
