import {
  whatIfRequestSchema,
  type WhatIfRequest,
} from '@fairway/plugin-gpu-capacity-common';
import type { WhatIfDraft, WhatIfField } from './WhatIfDraft';

type Problems = Readonly<Partial<Record<WhatIfField, string>>>;

/** What comes of a draft: nothing yet, a question, or what is wrong with it at which field. */
export type WhatIfQuestion =
  | { readonly status: 'empty' }
  | { readonly status: 'ready'; readonly request: WhatIfRequest }
  | { readonly status: 'wrong'; readonly problems: Problems };

const PROBLEMS: Readonly<Record<WhatIfField, string>> = {
  resource: 'The name of a resource, such as nvidia.com/gpu',
  devices: 'A whole number of at least 1',
  product: 'At most 200 characters',
  cpu: 'An amount such as 8 or 500m',
  memory: 'An amount such as 64Gi',
  replicas: 'A whole number from 1 to 10000',
  selector: 'Labels such as zone=a, disk=ssd',
  within: 'The name of a label, such as topology.kubernetes.io/rack',
  priority: 'A whole number',
  queue: 'A LocalQueue as namespace/name',
  yaml: 'At most 100000 characters',
};

const WHOLE = /^-?\d{1,10}$/;
const LABEL = /^([^\s=]{1,253})=([^\s=]{0,63})$/;
/** Below it somebody who leaves the unit out does not mean bytes. */
const LEAST_BYTES = 2 ** 20;

/**
 * Reads a draft.
 *
 * @param options - `cluster`: where to look, unless everywhere is asked for
 */
export function whatIfQuestion(
  draft: WhatIfDraft,
  options: { readonly cluster?: string } = {},
): WhatIfQuestion {
  const { kind, devices, yaml } = draft;
  const asked = kind === 'yaml' ? yaml : devices;
  if (asked.trim() === '') return { status: 'empty' };
  const problems = typedProblems(draft);
  const { cluster } = options;
  const parsed = whatIfRequestSchema.safeParse({
    shape: shapeOf(draft),
    replicas: Number(draft.replicas),
    clusters: cluster === undefined || draft.everywhere ? undefined : [cluster],
    domainLabel: draft.within.trim() || undefined,
    queue: draft.queue.trim() || undefined,
  });
  if (!parsed.success) {
    for (const { path } of parsed.error.issues) {
      const field = fieldOf(path, draft);
      problems[field] ??= PROBLEMS[field];
    }
  }
  return parsed.success && Object.keys(problems).length === 0
    ? { status: 'ready', request: parsed.data }
    : { status: 'wrong', problems };
}

/** What the contract lets through and cannot be meant. */
function typedProblems(
  draft: WhatIfDraft,
): Partial<Record<WhatIfField, string>> {
  const problems: Partial<Record<WhatIfField, string>> = {};
  const flag = (field: WhatIfField, text = PROBLEMS[field]) => {
    problems[field] = text;
  };
  if (!WHOLE.test(draft.replicas.trim())) flag('replicas');
  if (draft.queue.trim() && !/^[^\s/]+\/[^\s/]+$/.test(draft.queue.trim())) {
    flag('queue');
  }
  if (draft.kind === 'yaml') return problems;
  const { devices, memory, priority, selector } = draft;
  if (!WHOLE.test(devices.trim()) || Number(devices) < 1) flag('devices');
  if (priority.trim() && !WHOLE.test(priority.trim())) flag('priority');
  if (labelsOf(selector) === undefined) flag('selector');
  if (/^\d+$/.test(memory.trim()) && Number(memory) < LEAST_BYTES) {
    flag(
      'memory',
      `${memory.trim()} are bytes: write ${memory.trim()}Gi for GiB`,
    );
  }
  return problems;
}

function shapeOf(draft: WhatIfDraft): unknown {
  const { kind, yaml, resource, devices, cpu, memory, strict } = draft;
  if (kind === 'yaml') return { kind, text: yaml };
  const { product, selector, priority } = draft;
  return {
    kind,
    requests: {
      [resource.trim()]: devices.trim(),
      ...(cpu.trim() && { cpu: cpu.trim() }),
      ...(memory.trim() && { memory: memory.trim() }),
    },
    product: product.trim() || undefined,
    nodeSelector: selector.trim() ? labelsOf(selector) : undefined,
    toleratesTaints: strict ? false : undefined,
    priority: priority.trim() ? Number(priority) : undefined,
  };
}

/** Labels of a text; `undefined` where it has something else. */
function labelsOf(text: string): Record<string, string> | undefined {
  const parts = text
    .split(',')
    .map(part => part.trim())
    .filter(Boolean);
  const labels: Array<[string, string]> = [];
  for (const part of parts) {
    const match = LABEL.exec(part);
    if (!match) return undefined;
    labels.push([match[1], match[2]]);
  }
  return Object.fromEntries(labels);
}

const SHAPE_FIELDS: Readonly<Record<string, WhatIfField>> = {
  product: 'product',
  nodeSelector: 'selector',
  priority: 'priority',
  text: 'yaml',
};

const FIELDS: Readonly<Record<string, WhatIfField>> = {
  replicas: 'replicas',
  domainLabel: 'within',
  queue: 'queue',
};

/** The field of the form that a part of the request comes from. */
function fieldOf(
  path: readonly PropertyKey[],
  draft: WhatIfDraft,
): WhatIfField {
  const [first, second, third] = path.map(String);
  if (first !== 'shape') return FIELDS[first] ?? 'resource';
  if (second !== 'requests') return SHAPE_FIELDS[second] ?? 'resource';
  if (third === 'cpu' || third === 'memory') return third;
  return third === draft.resource.trim() && third !== ''
    ? 'devices'
    : 'resource';
}
