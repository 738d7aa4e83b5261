import type { Work, WorkAction } from '../ActionExecutor';

/** A request to Kargo's API. */
export interface KargoRequest {
  readonly method: 'GET' | 'POST';
  /** Every segment is encoded. */
  readonly path: string;
  readonly body?: object;
}

type Requests = {
  readonly [A in WorkAction]: (
    work: Extract<Work, { readonly action: A }>,
  ) => KargoRequest;
};

/**
 * How each work is asked for, since Kargo v1.9.
 *
 * @see akuity/kargo pkg/server/rest_router.go
 */
const REQUESTS: Requests = {
  promote: ({ project, stage, freight }) => ({
    ...post(project, 'stages', stage, 'promotions'),
    body: { freight },
  }),
  'approve-freight': ({ project, stage, freight }) => {
    const { method, path } = post(project, 'freight', freight, 'approve');
    return { method, path: `${path}?${new URLSearchParams({ stage })}` };
  },
  abort: ({ project, promotion }) =>
    post(project, 'promotions', promotion, 'abort'),
  refresh: ({ project, kind, name }) =>
    post(project, kind === 'Stage' ? 'stages' : 'warehouses', name, 'refresh'),
  reverify: ({ project, stage }) =>
    post(project, 'stages', stage, 'verification'),
};

/** The request of a work. */
export function kargoRequest<A extends WorkAction>(
  work: Extract<Work, { readonly action: A }> & { readonly action: A },
): KargoRequest {
  return REQUESTS[work.action](work);
}

/** Reads a stage, by which Kargo shows whether it takes the token and lets the person see the project. */
export function readStageRequest(options: {
  readonly project: string;
  readonly stage: string;
}): KargoRequest {
  const { path } = post(options.project, 'stages', options.stage);
  return { method: 'GET', path };
}

function post(project: string, ...parts: readonly string[]) {
  const path = [project, ...parts].map(encodeURIComponent).join('/');
  return { method: 'POST' as const, path: `/v1beta1/projects/${path}` };
}
