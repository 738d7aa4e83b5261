import { Content, Header, Page } from '@backstage/core-components';
import { ScorecardContent } from '../ScorecardContent';

/** The scorecard with the header that the new frontend system gives its pages by itself. */
export function LegacyScorecardPage() {
  return (
    <Page themeId="tool">
      <Header title="Platform scorecard" />
      <Content>
        <ScorecardContent />
      </Content>
    </Page>
  );
}
