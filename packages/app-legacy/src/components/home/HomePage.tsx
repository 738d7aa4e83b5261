import { Content, Header, Page } from '@backstage/core-components';
import { HomePageOwnCapacity } from '@fairway/plugin-gpu-capacity/legacy';
import { HomePageOwnProjects } from '@fairway/plugin-kargo/legacy';
import Grid from '@material-ui/core/Grid';

/** What needs the reader. */
export const homePage = (
  <Page themeId="home">
    <Header title="Home" />
    <Content>
      <Grid container>
        <Grid item xs={12} md={6}>
          <HomePageOwnProjects />
        </Grid>
        <Grid item xs={12} md={6}>
          <HomePageOwnCapacity />
        </Grid>
      </Grid>
    </Content>
  </Page>
);
