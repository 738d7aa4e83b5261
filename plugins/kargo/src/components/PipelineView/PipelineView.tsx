import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Flex,
  Text,
} from '@backstage/ui';
import { AccessibleGraph, StatusText } from '@fairway/platform-ui';
import type {
  ProjectPromotions,
  StageView,
} from '@fairway/plugin-kargo-common';
import { partKey, useSelection } from '../../navigation';
import { stageWording } from '../wording';
import { MAX_GRAPH_STAGES, pipelineGraph, waveSummary } from './pipelineGraph';
import { StageButton } from './StageButton';
import styles from './PipelineView.module.css';
import { wavesOf } from './waves';

/** How freight flows: a graph, and the same as a list for those who cannot see it or use keys. */
export function PipelineView(props: { readonly project: ProjectPromotions }) {
  const { project } = props;
  const [view, selectView] = useSelection('view');
  const [, selectStage] = useSelection('stage');
  const stages = project.stages.items;
  const open = (name: string) =>
    selectStage(partKey({ controlPlane: project.controlPlane.name, name }));
  if (stages.length === 0) {
    return <Text>The project has no stages yet.</Text>;
  }
  return (
    <AccessibleGraph
      title={`Pipeline of ${project.project}`}
      {...pipelineGraph(project)}
      view={view === 'list' ? 'list' : 'graph'}
      onViewChange={next => selectView(next === 'list' ? next : undefined)}
      onOpen={id => id.startsWith('stage/') && open(id.slice('stage/'.length))}
      list={<Waves stages={stages} onOpen={open} />}
    />
  );
}

function Waves(props: {
  readonly stages: readonly StageView[];
  readonly onOpen: (name: string) => void;
}) {
  const { stages, onOpen } = props;
  const isLarge = stages.length > MAX_GRAPH_STAGES;
  return (
    <Flex direction="column" gap="3">
      {wavesOf(stages).map(wave =>
        isLarge ? (
          <Accordion key={wave.number}>
            <AccordionTrigger
              title={`Wave ${wave.number}: ${waveSummary(wave.stages)}`}
            />
            <AccordionPanel>
              <StageList stages={wave.stages} onOpen={onOpen} />
            </AccordionPanel>
          </Accordion>
        ) : (
          <StageList key={wave.number} stages={wave.stages} onOpen={onOpen} />
        ),
      )}
    </Flex>
  );
}

function StageList(props: {
  readonly stages: readonly StageView[];
  readonly onOpen: (name: string) => void;
}) {
  const { stages, onOpen } = props;
  return (
    <ul className={styles.stages}>
      {stages.map(stage => (
        <li key={stage.name}>
          <StageButton name={stage.name} onOpen={onOpen} />{' '}
          {stage.freight?.version ?? 'empty'}{' '}
          <StatusText tone={stageWording(stage).tone}>
            {stageWording(stage).word}
          </StatusText>{' '}
          <Text variant="body-small" color="secondary">
            from{' '}
            {[
              ...(stage.warehouses ?? []).map(name => `warehouse ${name}`),
              ...stage.upstream,
            ].join(', ') || 'nowhere'}
          </Text>
        </li>
      ))}
    </ul>
  );
}
