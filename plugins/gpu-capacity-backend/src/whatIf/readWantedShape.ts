import { InputError, toError } from '@backstage/errors';
import {
  readPodShape,
  shapeOfRequests,
  type PodShape,
  type PodTemplate,
  type WhatIfRequest,
} from '@fairway/plugin-gpu-capacity-common';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod/v4';
import { readWantedParts } from './readWantedParts';

type WantedShape = WhatIfRequest['shape'];

/** Equal pods of a pasted object that has several kinds of them. */
export interface WantedPart {
  readonly name: string;
  readonly template: PodTemplate;
  readonly shape: PodShape;
  readonly count: number;
}

/** A shape to look for, with what was left to the cluster. */
export interface Wanted {
  readonly shape: PodShape;
  /** Its pod template, where it was pasted: what a cluster adds to the shape is read from it. */
  readonly template: Pick<PodTemplate, 'spec' | 'annotations'> | undefined;
  /** All kinds of pods of a workload that is more than copies of one; the shape is then the largest of them. */
  readonly parts: readonly WantedPart[];
  /** Name of the part of a pasted object that it is. */
  readonly part: string | undefined;
  /** Only nodes with this product. */
  readonly product: string | undefined;
  /** Whether the taints of a pool are tolerated: they are added for each cluster. */
  readonly toleratesTaints: boolean;
}

const templateSchema = z.object({
  metadata: z
    .object({ annotations: z.record(z.string(), z.string()).nullish() })
    .nullish(),
  spec: z.record(z.string(), z.unknown()),
});

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
      template: undefined,
      parts: [],
      part: undefined,
      product,
      toleratesTaints: wanted.toleratesTaints ?? true,
    };
  }
  return readPasted(wanted.text);
}

const PASTED = { product: undefined, toleratesTaints: false } as const;

/** The first object that has pods. */
function readPasted(text: string): Wanted {
  for (const document of parseAllDocuments(text)) {
    const [error] = document.errors;
    if (error) throw new InputError(`This is not YAML: ${error.message}`);
    // Aliases can be nested so that they expand to more than memory holds.
    const object: unknown = document.toJS({ maxAliasCount: 100 });
    const parts = inputError(() => readWantedParts(object));
    if (parts) {
      const [largest] = [...parts.parts].sort(mostDevicesFirst);
      const { template, shape } = largest;
      return { ...PASTED, ...parts, shape, template };
    }
    const parsed = objectSchema.safeParse(object);
    if (!parsed.success) continue;
    const { kind, spec } = parsed.data;
    const template = spec.template ?? spec.jobTemplate?.spec.template;
    if (kind !== 'Pod' && !template) continue;
    const podSpec = template?.spec ?? spec;
    return {
      ...PASTED,
      shape: inputError(() => readPodShape(podSpec)),
      template: {
        spec: podSpec,
        annotations: template?.metadata?.annotations ?? {},
      },
      parts: [],
      part: kind,
    };
  }
  throw new InputError(
    'There is no pod in it: paste a Pod, or something with a pod template such as a Deployment or a Job.',
  );
}

function mostDevicesFirst(a: WantedPart, b: WantedPart): number {
  const devicesOf = ({ shape }: WantedPart) =>
    Object.entries(shape.requests)
      .filter(([resource]) => resource.includes('/'))
      .reduce((sum, [, amount]) => sum + amount, 0);
  return devicesOf(b) - devicesOf(a);
}

function inputError<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new InputError(`The shape cannot be read: ${toError(error).message}`);
  }
}
