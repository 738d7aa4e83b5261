/**
 * Advice about failed promotions from a model behind an OpenAI-compatible endpoint.
 *
 * @packageDocumentation
 */
export { kargoModuleAdvisorOpenai as default } from './module';
