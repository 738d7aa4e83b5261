import { Content, Header, Page } from '@backstage/core-components';
import { PortfolioContent } from './PortfolioContent';

/** The portfolio with the header that the new frontend system gives its pages by itself. */
export function LegacyPortfolioPage() {
  return (
    <Page themeId="tool">
      <Header title="Promotions" />
      <Content>
        <PortfolioContent />
      </Content>
    </Page>
  );
}
