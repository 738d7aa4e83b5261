import { useApi } from '@backstage/core-plugin-api';
import type {
  AvailableActions,
  PortalAction,
} from '@fairway/plugin-kargo-common';
import { createContext, useContext, type ReactNode } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { kargoApiRef } from '../api';
import { useEntityRef } from './useEntityRef';

type ByControlPlane = ReadonlyMap<string, AvailableActions>;

const AvailableActionsContext = createContext<ByControlPlane>(new Map());

/** To what an action is done. */
export type ActionPlace = { readonly controlPlane: string } & (
  | { readonly stage: string }
  | { readonly warehouse: string }
);

/** Whether an action is offered, and why it cannot be used where it is not. */
export type ActionOffer =
  | { readonly status: 'hidden' }
  | { readonly status: 'offered' }
  | { readonly status: 'disabled'; readonly reason: string };

/** Knows what the portal does on some control planes; what it could not find out, it does not offer. */
export function AvailableActionsProvider(props: {
  readonly controlPlanes: readonly string[];
  readonly children: ReactNode;
}) {
  const { children } = props;
  const api = useApi(kargoApiRef);
  const entity = useEntityRef();
  // The same names are another list on each render.
  const key = props.controlPlanes.join('\n');
  const { value } = useAsync(async (): Promise<ByControlPlane> => {
    const names = key.split('\n').filter(Boolean);
    const found = await Promise.allSettled(
      names.map(async name => {
        const available = await api.getAvailableActions(entity, name);
        return [name, available] as const;
      }),
    );
    return new Map(
      found.flatMap(result =>
        result.status === 'fulfilled' ? [result.value] : [],
      ),
    );
  }, [api, entity, key]);
  return (
    <AvailableActionsContext.Provider value={value ?? new Map()}>
      {children}
    </AvailableActionsContext.Provider>
  );
}

/** Whether the portal offers an action somewhere. */
export function useActionOffer(
  action: PortalAction,
  place: ActionPlace,
): ActionOffer {
  const available = useContext(AvailableActionsContext).get(place.controlPlane);
  const isCarriedOut =
    'stage' in place
      ? available?.stages.includes(place.stage)
      : available?.warehouses.includes(place.warehouse);
  if (!available || !isCarriedOut) return { status: 'hidden' };
  const refused = available.unsupported.find(item => item.action === action);
  // Who can do something about it is led there when they try.
  return refused && refused.whoCanAct !== 'caller'
    ? { status: 'disabled', reason: refused.reason }
    : { status: 'offered' };
}
