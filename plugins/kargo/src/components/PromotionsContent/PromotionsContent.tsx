import { Alert, Badge, Flex, Skeleton, Text } from '@backstage/ui';
import { AsyncContent } from '@fairway/platform-ui';
import type { EntityPromotions } from '@fairway/plugin-kargo-common';
import { AvailableActionsProvider } from '../../hooks/AvailableActionsContext';
import { useEntityPromotions } from '../../hooks/useEntityPromotions';
import { readPartKey, useSelection } from '../../navigation';
import { ProjectSection } from '../ProjectSection';
import { StageDialog } from '../StageDialog';
import { VersionMatrix } from '../VersionMatrix';

/**
 * Where is my version, and how did it get there: the Promotions tab of an entity.
 *
 * @public
 */
export function PromotionsContent() {
  const state = useEntityPromotions();
  return (
    <AsyncContent
      state={state}
      subject="the promotions"
      skeleton={<PromotionsSkeleton />}
      advice="The rest of the page is not affected."
    >
      {promotions => <Promotions promotions={promotions} />}
    </AsyncContent>
  );
}

function Promotions(props: { readonly promotions: EntityPromotions }) {
  const { headline, notices, projects, riskClass } = props.promotions;
  const [stageKey, selectStage] = useSelection('stage');
  const stage = readPartKey(stageKey);
  return (
    <AvailableActionsProvider
      controlPlanes={projects.map(({ controlPlane }) => controlPlane.name)}
    >
      <Flex direction="column" gap="4">
        <Flex align="center" gap="3" style={{ flexWrap: 'wrap' }}>
          <Text as="p" variant="title-small" aria-live="polite">
            {headline}
          </Text>
          {riskClass && <Badge>risk class: {riskClass}</Badge>}
        </Flex>
        {notices.map(notice => (
          <Alert key={notice} status="info" icon title={notice} />
        ))}
        {projects.length > 0 && <VersionMatrix projects={projects} />}
        {projects.map(project => (
          <ProjectSection key={project.controlPlane.name} project={project} />
        ))}
        {stage && (
          <StageDialog stage={stage} onClose={() => selectStage(undefined)} />
        )}
      </Flex>
    </AvailableActionsProvider>
  );
}

function PromotionsSkeleton() {
  return (
    <Flex direction="column" gap="4">
      <Skeleton width="60%" height={28} />
      {['test', 'uat', 'prod'].map(row => (
        <Skeleton key={row} width="100%" height={40} />
      ))}
    </Flex>
  );
}
