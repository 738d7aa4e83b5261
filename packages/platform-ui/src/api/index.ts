export { PluginJsonClient, type AnswerSchema } from './PluginJsonClient';
