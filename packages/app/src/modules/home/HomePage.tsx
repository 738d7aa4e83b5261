import { Content } from '@backstage/core-components';
import { CustomHomepageGrid } from '@backstage/plugin-home';
import type { HomePageLayoutProps } from '@backstage/plugin-home-react/alpha';
import { Fragment, useMemo } from 'react';

/** The widgets of the home page, as the configuration lays them out until the reader changes it. */
export function HomePage(props: HomePageLayoutProps) {
  const { widgets, defaultConfig } = props;
  const config = useMemo(
    () =>
      defaultConfig?.map(({ column, row, ...item }) => ({
        ...item,
        x: column,
        y: row,
      })),
    [defaultConfig],
  );
  return (
    <main>
      <Content>
        <CustomHomepageGrid title="Home" config={config}>
          {widgets.map((widget, index) => (
            <Fragment key={widget.name ?? index}>{widget.component}</Fragment>
          ))}
        </CustomHomepageGrid>
      </Content>
    </main>
  );
}
