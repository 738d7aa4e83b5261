import type { UrlChoices } from '@fairway/platform-ui';

/** Fields of the form, as they are typed. */
export const WHAT_IF_FIELDS = [
  'resource',
  'devices',
  'product',
  'cpu',
  'memory',
  'replicas',
  'selector',
  'within',
  'priority',
  'queue',
  'yaml',
] as const;

export type WhatIfField = (typeof WHAT_IF_FIELDS)[number];

/** A question that somebody is about to ask. */
export type WhatIfDraft = Readonly<Record<WhatIfField, string>> & {
  readonly kind: 'amounts' | 'yaml';
  /** Whether taints of nodes keep the pods away; by default they are tolerated. */
  readonly strict: boolean;
  /** Whether to look in every cluster also where the page is about one. */
  readonly everywhere: boolean;
};

/** A longer text makes a link that servers and chats refuse. */
const MAX_LINKED_YAML = 4_000;

export const EMPTY_DRAFT: WhatIfDraft = {
  kind: 'amounts',
  resource: 'nvidia.com/gpu',
  devices: '',
  product: '',
  cpu: '',
  memory: '',
  replicas: '1',
  selector: '',
  within: '',
  priority: '',
  queue: '',
  yaml: '',
  strict: false,
  everywhere: false,
};

/** How fields are called in the URL, where the nodes of the page have choices of their own. */
const KEYS: Readonly<Record<WhatIfField, string>> = {
  resource: 'resource',
  devices: 'devices',
  product: 'of',
  cpu: 'cpu',
  memory: 'memory',
  replicas: 'replicas',
  selector: 'selector',
  within: 'within',
  priority: 'priority',
  queue: 'queue',
  yaml: 'yaml',
};

/** The question that a link has. */
export function readWhatIfDraft(params: URLSearchParams): WhatIfDraft {
  const draft = { ...EMPTY_DRAFT };
  for (const field of WHAT_IF_FIELDS) {
    draft[field] = params.get(KEYS[field]) ?? EMPTY_DRAFT[field];
  }
  return {
    ...draft,
    kind: params.get('shape') === 'yaml' ? 'yaml' : 'amounts',
    strict: params.get('taints') === 'strict',
    everywhere: params.get('where') === 'all',
  };
}

/** A question as it stands in a link; what is as by default leaves no trace. */
export function whatIfChoices(draft: WhatIfDraft): UrlChoices {
  const fields = WHAT_IF_FIELDS.map(field => [
    KEYS[field],
    draft[field] === EMPTY_DRAFT[field] ? undefined : draft[field],
  ]);
  return {
    ...Object.fromEntries(fields),
    ...(!isLinkable(draft) && { [KEYS.yaml]: undefined }),
    shape: draft.kind === 'yaml' ? 'yaml' : undefined,
    taints: draft.strict ? 'strict' : undefined,
    where: draft.everywhere ? 'all' : undefined,
  };
}

/** Whether a link can hold the whole question. */
export function isLinkable({ yaml }: WhatIfDraft): boolean {
  return yaml.length <= MAX_LINKED_YAML;
}
