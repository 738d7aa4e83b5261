import { Flex, Link, Skeleton, Text } from '@backstage/ui';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { AsyncContent } from '@fairway/platform-ui';
import {
  calendarHeadline,
  calendarSearchParams,
} from '@fairway/plugin-kargo-common';
import { useState } from 'react';
import { useEntityCalendar } from '../../hooks/useEntityCalendar';
import { useEntityRef } from '../../hooks/useEntityRef';
import { portfolioRouteRef } from '../../routes';
import { Overlaps, Sources, StageStates } from './CalendarEvidence';
import { CalendarRules, type CalendarLook } from './CalendarRules';
import { readerZone } from './calendarWords';

/** When the stages of the entity may be promoted on one control plane. */
export function EntityCalendar(props: { readonly controlPlane: string }) {
  const state = useEntityCalendar(props.controlPlane);
  const [look, setLook] = useState<CalendarLook>();
  return (
    <AsyncContent
      state={state}
      subject="the change windows"
      skeleton={<Skeleton width="100%" height={160} />}
    >
      {calendar => (
        <Flex direction="column" gap="4">
          <Text as="p" weight="bold">
            {calendarHeadline(calendar, {
              timeZone: readerZone(),
              now: calendar.asOf,
            })}
          </Text>
          <Overlaps calendar={calendar} />
          <CalendarRules calendar={calendar} look={look} onLook={setLook} />
          {calendar.rules.length > 0 && <StageStates calendar={calendar} />}
          <Sources calendar={calendar} heading="h3" />
          <CalendarLink />
        </Flex>
      )}
    </AsyncContent>
  );
}

/** Leads to the whole calendar, where the app has that page. */
function CalendarLink() {
  const root = useRouteRef(portfolioRouteRef);
  const query = calendarSearchParams({
    entity: [stringifyEntityRef(useEntityRef())],
  });
  return root ? (
    <Link href={`${root()}/calendar?${query}`}>Open the freeze calendar</Link>
  ) : null;
}
