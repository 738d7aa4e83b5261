/**
 * Golden paths on entity pages, for the old frontend system.
 *
 * @packageDocumentation
 */
import {
  createComponentExtension,
  createPlugin,
} from '@backstage/core-plugin-api';

/** @public */
export const goldenPathPlugin = createPlugin({ id: 'golden-path' });

/**
 * Which golden path the entity of the page is on, and in which version.
 *
 * @public
 */
export const EntityGoldenPathCard = goldenPathPlugin.provide(
  createComponentExtension({
    name: 'EntityGoldenPathCard',
    component: {
      lazy: () =>
        import('./components/GoldenPathCard').then(m => m.GoldenPathCard),
    },
  }),
);
