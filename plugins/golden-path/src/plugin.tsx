import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { ANNOTATION_GOLDEN_PATH_NAME } from '@fairway/plugin-golden-path-common';
import { RiRoadMapLine } from '@remixicon/react';

const goldenPathEntityCard = EntityCardBlueprint.make({
  params: {
    type: 'info',
    filter: {
      [`metadata.annotations.${ANNOTATION_GOLDEN_PATH_NAME}`]: {
        $exists: true,
      },
    },
    loader: () =>
      import('./components/GoldenPathCard').then(m => <m.GoldenPathCard />),
  },
});

/**
 * Golden paths on entity pages.
 *
 * @public
 */
export const goldenPathPlugin = createFrontendPlugin({
  pluginId: 'golden-path',
  title: 'Golden paths',
  icon: <RiRoadMapLine />,
  info: { packageJson: () => import('../package.json') },
  extensions: [goldenPathEntityCard],
});
