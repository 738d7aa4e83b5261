import { HomePageLayoutBlueprint } from '@backstage/plugin-home-react/alpha';

/** The grid of Backstage, with the heading and the landmark that its own layout lacks. */
export const homePageLayout = HomePageLayoutBlueprint.make({
  params: {
    loader: () => import('./HomePage').then(m => m.HomePage),
  },
});
