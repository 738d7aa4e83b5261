import { z } from 'zod/v4';

/** Containers that stand in a component itself. */
export const containerListSchema = z
  .array(z.record(z.string(), z.unknown()))
  .nullish();

/** Fields of a component that are a container: the server of the model. */
const MODEL_SERVERS = [
  'model',
  'sklearn',
  'xgboost',
  'tensorflow',
  'pytorch',
  'triton',
  'onnx',
  'huggingface',
  'pmml',
  'lightgbm',
  'paddle',
];

/** The specification of a component's pods: its server of a model, if it has one, and its own containers. */
export function podSpecOf(
  component: Readonly<Record<string, unknown>> & {
    readonly containers?: z.infer<typeof containerListSchema>;
  },
): unknown {
  const server = modelServerOf(component);
  return {
    ...component,
    containers: [...(server ? [server] : []), ...(component.containers ?? [])],
  };
}

const containerSchema = z.record(z.string(), z.unknown());

/**
 * The container that serves the model.
 *
 * @throws `ZodError` where it is none
 */
export function modelServerOf(
  component: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | undefined {
  const field = MODEL_SERVERS.find(name => component[name]);
  return field ? containerSchema.parse(component[field]) : undefined;
}
