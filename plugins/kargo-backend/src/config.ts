import type { RootConfigService } from '@backstage/backend-plugin-api';
import { safeLink } from '@fairway/plugin-kargo-common';
import type { ControlPlaneLinks } from './domain/ControlPlaneLinks';

/** Configuration of the plugin, read once. */
export interface KargoConfig {
  /** Absent: every cluster that serves Kargo's stages. */
  readonly controlPlanes: readonly string[] | undefined;
  /** Names of default controllers that have a shard of their own, by the name of the control plane. */
  readonly defaultControllers: ReadonlyMap<string, string>;
  /** By the name of the control plane. */
  readonly links: ReadonlyMap<string, ControlPlaneLinks>;
}

/** @throws where a value has the wrong type, or an address is none of the web */
export function readKargoConfig(config: RootConfigService): KargoConfig {
  const defaults = config.getOptionalConfig('kargo.defaultControllers');
  const links = config.getOptionalConfig('kargo.links');
  return {
    controlPlanes: config.getOptionalStringArray('kargo.controlPlanes'),
    defaultControllers: new Map(
      (defaults?.keys() ?? []).flatMap(name => {
        const controller = defaults?.getString(name);
        return controller ? [[name, controller]] : [];
      }),
    ),
    links: new Map(
      (links?.keys() ?? []).map(name => {
        const entry = links?.getConfig(name);
        const argocd = entry?.getOptionalConfig('argocd');
        return [
          name,
          {
            kargo: webUrl(
              `kargo.links.${name}.kargo`,
              entry?.getOptionalString('kargo'),
            ),
            argocd: Object.fromEntries(
              (argocd?.keys() ?? []).map(shard => [
                shard === 'default' ? '' : shard,
                webUrl(
                  `kargo.links.${name}.argocd.${shard}`,
                  argocd?.getString(shard),
                ) ?? '',
              ]),
            ),
          },
        ];
      }),
    ),
  };
}

function webUrl(key: string, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const link = safeLink(value);
  if (!link) throw new Error(`${key} is no address of the web: ${value}`);
  return link.replace(/\/$/, '');
}
