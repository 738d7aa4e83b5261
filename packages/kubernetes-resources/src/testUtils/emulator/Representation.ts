import { apiErrors } from './KubernetesApiError';

/** How the client wants to see what is stored. */
export type Representation =
  | { readonly kind: 'object' }
  | { readonly kind: 'yaml' }
  | { readonly kind: 'table'; readonly version: string }
  | { readonly kind: 'metadata'; readonly list: boolean };

interface MediaType {
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
}

function parseAccept(accept: string): MediaType[] {
  return accept.split(',').map(entry => {
    const [type, ...parameters] = entry.split(';').map(part => part.trim());
    return {
      type: type.toLowerCase(),
      parameters: new Map(
        parameters.map(parameter => {
          const [key, value = ''] = parameter.split('=');
          return [key.trim(), value.trim()];
        }),
      ),
    };
  });
}

const JSON_TYPES = ['application/json', 'application/*', '*/*', ''];

function representationOf({
  type,
  parameters,
}: MediaType): Representation | undefined {
  if (type === 'application/yaml') {
    return parameters.has('as') ? undefined : { kind: 'yaml' };
  }
  if (!JSON_TYPES.includes(type)) {
    return undefined;
  }
  const as = parameters.get('as');
  if (as === undefined) {
    return { kind: 'object' };
  }
  const version = parameters.get('v');
  if (
    parameters.get('g') !== 'meta.k8s.io' ||
    (version !== 'v1' && version !== 'v1beta1')
  ) {
    return undefined;
  }
  switch (as) {
    case 'Table':
      return { kind: 'table', version };
    case 'PartialObjectMetadata':
      return { kind: 'metadata', list: false };
    case 'PartialObjectMetadataList':
      return { kind: 'metadata', list: true };
    default:
      return undefined;
  }
}

/** The first of the media types asked for that is served. @throws a 406 where there is none. */
export function negotiate(accept: string | undefined): Representation {
  for (const mediaType of parseAccept(accept ?? '')) {
    const representation = representationOf(mediaType);
    if (representation) {
      return representation;
    }
  }
  throw apiErrors.notAcceptable();
}

/** Whether aggregated discovery is asked for and which plain form is the fallback. */
export function negotiateDiscovery(
  accept: string | undefined,
): 'aggregated' | 'plain' | 'unacceptable' {
  for (const { type, parameters } of parseAccept(accept ?? '')) {
    if (JSON_TYPES.includes(type)) {
      if (!parameters.has('as')) {
        return 'plain';
      }
      if (
        parameters.get('as') === 'APIGroupDiscoveryList' &&
        parameters.get('g') === 'apidiscovery.k8s.io' &&
        parameters.get('v') === 'v2'
      ) {
        return 'aggregated';
      }
    }
  }
  return 'unacceptable';
}
