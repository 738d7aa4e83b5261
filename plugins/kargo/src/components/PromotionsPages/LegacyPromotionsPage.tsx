import { Content, Header, Page } from '@backstage/core-components';
import { PromotionsPages } from './PromotionsPages';

/** The pages with the header that the new frontend system gives its pages by itself. */
export function LegacyPromotionsPage() {
  return (
    <Page themeId="tool">
      <Header title="Promotions" />
      <Content>
        <PromotionsPages />
      </Content>
    </Page>
  );
}
