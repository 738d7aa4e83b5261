import { Content, Header, Page } from '@backstage/core-components';
import { GpuCapacityPages } from './GpuCapacityPages';

/** The pages with the header that the new frontend system gives its pages by itself. */
export function LegacyGpuCapacityPage() {
  return (
    <Page themeId="tool">
      <Header title="GPU capacity" />
      <Content>
        <GpuCapacityPages />
      </Content>
    </Page>
  );
}
