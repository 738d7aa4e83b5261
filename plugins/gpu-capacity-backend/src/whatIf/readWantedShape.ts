import { InputError, toError } from '@backstage/errors';
import {
  readPodShape,
  shapeOfRequests,
  type PodShape,
  type WhatIfRequest,
} from '@fairway/plugin-gpu-capacity-common';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod/v4';

type WantedShape = WhatIfRequest['shape'];

/** A shape to look for, with what was left to the cluster. */
export interface Wanted {
  readonly shape: PodShape;
  /** Name of the part of a pasted object that it is. */
  readonly part: string | undefined;
  /** Only nodes with this product. */
  readonly product: string | undefined;
  /** Whether the taints of a pool are tolerated: they are added for each cluster. */
  readonly toleratesTaints: boolean;
}

const templateSchema = z.object({ spec: z.record(z.string(), z.unknown()) });

const objectSchema = z.object({
  kind: z.string(),
  spec: z.looseObject({
    template: templateSchema.optional(),
    jobTemplate: z
      .object({ spec: z.object({ template: templateSchema }) })
      .optional(),
  }),
});

/**
 * Reads the shape that somebody built or pasted.
 *
 * @throws `InputError` that says what is wrong with it
 */
export function readWantedShape(wanted: WantedShape): Wanted {
  if (wanted.kind === 'amounts') {
    const { requests, product, nodeSelector, priority } = wanted;
    return {
      shape: inputError(() =>
        shapeOfRequests(requests, {
          nodeSelector: nodeSelector ?? {},
          priority: priority ?? 0,
        }),
      ),
      part: undefined,
      product,
      toleratesTaints: wanted.toleratesTaints ?? true,
    };
  }
  const { part, podSpec } = findPodSpec(wanted.text);
  return {
    shape: inputError(() => readPodShape(podSpec)),
    part,
    product: undefined,
    toleratesTaints: false,
  };
}

/** The pod specification of the first object that has one. */
function findPodSpec(text: string): {
  readonly part: string;
  readonly podSpec: unknown;
} {
  for (const document of parseAllDocuments(text)) {
    const [error] = document.errors;
    if (error) throw new InputError(`This is not YAML: ${error.message}`);
    // Aliases can be nested so that they expand to more than memory holds.
    const parsed = objectSchema.safeParse(
      document.toJS({ maxAliasCount: 100 }),
    );
    if (!parsed.success) continue;
    const { kind, spec } = parsed.data;
    if (kind === 'Pod') return { part: kind, podSpec: spec };
    const template = spec.template ?? spec.jobTemplate?.spec.template;
    if (template) return { part: kind, podSpec: template.spec };
  }
  throw new InputError(
    'There is no pod in it: paste a Pod, or something with a pod template such as a Deployment or a Job.',
  );
}

function inputError<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new InputError(`The shape cannot be read: ${toError(error).message}`);
  }
}
