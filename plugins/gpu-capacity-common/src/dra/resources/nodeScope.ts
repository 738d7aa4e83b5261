import { z } from 'zod/v4';
import {
  deviceNodeSelectorMatches,
  nodeSelectorSchema,
  type DeviceNode,
  type DeviceNodeSelector,
} from './nodeSelector';

/**
 * The nodes that can reach a device. `none` is also what an extension gives that is not known here.
 *
 * @public
 */
export type NodeScope =
  | { readonly kind: 'node'; readonly nodeName: string }
  | { readonly kind: 'selector'; readonly selector: DeviceNodeSelector }
  | { readonly kind: 'all' }
  | { readonly kind: 'none' };

export const nodeScopeSchema = z.object({
  nodeName: z.string().nullish(),
  nodeSelector: nodeSelectorSchema.nullish(),
  allNodes: z.boolean().nullish(),
});

export function nodeScopeOf({
  nodeName,
  nodeSelector,
  allNodes,
}: z.infer<typeof nodeScopeSchema>): NodeScope {
  if (nodeName) return { kind: 'node', nodeName };
  if (allNodes) return { kind: 'all' };
  if (nodeSelector) return { kind: 'selector', selector: nodeSelector };
  return { kind: 'none' };
}

/** Whether the node is among those of the scope. @public */
export function nodeScopeMatches(scope: NodeScope, node: DeviceNode): boolean {
  switch (scope.kind) {
    case 'node':
      return scope.nodeName === node.name;
    case 'selector':
      return deviceNodeSelectorMatches(scope.selector, node);
    default:
      return scope.kind === 'all';
  }
}
