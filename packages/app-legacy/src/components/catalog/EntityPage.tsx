import {
  EntityAboutCard,
  EntityLayout,
  EntitySwitch,
} from '@backstage/plugin-catalog';
import { EntityGoldenPathCard } from '@fairway/plugin-golden-path/legacy';
import {
  EntityGpuCapacityCard,
  EntityGpuCapacityContent,
  isGpuCapacityAvailable,
} from '@fairway/plugin-gpu-capacity/legacy';
import {
  EntityProductionCard,
  EntityPromotionsContent,
  isKargoAvailable,
} from '@fairway/plugin-kargo/legacy';
import { Grid } from '@material-ui/core';

/** The page of an entity, with one tab a capability. */
export const entityPage = (
  <EntityLayout>
    <EntityLayout.Route path="/" title="Overview">
      <Grid container spacing={3} alignItems="stretch">
        <Grid item xs={12} md={6}>
          <EntityAboutCard />
        </Grid>
        <Grid item xs={12} md={6}>
          <EntityGoldenPathCard />
        </Grid>
        <EntitySwitch>
          <EntitySwitch.Case if={isKargoAvailable}>
            <Grid item xs={12} md={6}>
              <EntityProductionCard />
            </Grid>
          </EntitySwitch.Case>
        </EntitySwitch>
        <EntitySwitch>
          <EntitySwitch.Case if={isGpuCapacityAvailable}>
            <Grid item xs={12} md={6}>
              <EntityGpuCapacityCard />
            </Grid>
          </EntitySwitch.Case>
        </EntitySwitch>
      </Grid>
    </EntityLayout.Route>

    <EntityLayout.Route
      path="/promotions"
      title="Promotions"
      if={isKargoAvailable}
    >
      <EntityPromotionsContent />
    </EntityLayout.Route>

    <EntityLayout.Route
      path="/gpu-capacity"
      title="GPU capacity"
      if={isGpuCapacityAvailable}
    >
      <EntityGpuCapacityContent />
    </EntityLayout.Route>
  </EntityLayout>
);
