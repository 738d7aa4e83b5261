export { entityPath } from './entityPath';
export { PluginJsonClient, type AnswerSchema } from './PluginJsonClient';
export { UnexpectedAnswerError } from './UnexpectedAnswerError';
