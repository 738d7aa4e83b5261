import {
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarPage,
} from '@backstage/core-components';
import CategoryIcon from '@material-ui/icons/Category';
import DirectionsBoatIcon from '@material-ui/icons/DirectionsBoat';
import HomeIcon from '@material-ui/icons/Home';
import MemoryIcon from '@material-ui/icons/Memory';
import MenuIcon from '@material-ui/icons/Menu';
import SpeedIcon from '@material-ui/icons/Speed';
import type { PropsWithChildren } from 'react';

/** The sidebar around every page. */
export function Root(props: PropsWithChildren<{}>) {
  return (
    <SidebarPage>
      <Sidebar>
        <SidebarGroup label="Menu" icon={<MenuIcon />}>
          <SidebarItem icon={HomeIcon} to="home" text="Home" />
          <SidebarItem icon={CategoryIcon} to="catalog" text="Catalog" />
          <SidebarDivider />
          <SidebarItem
            icon={DirectionsBoatIcon}
            to="promotions"
            text="Promotions"
          />
          <SidebarItem
            icon={MemoryIcon}
            to="gpu-capacity"
            text="GPU capacity"
          />
          <SidebarItem
            icon={SpeedIcon}
            to="platform-scorecard"
            text="Platform scorecard"
          />
        </SidebarGroup>
      </Sidebar>
      {props.children}
    </SidebarPage>
  );
}
