import { Flex, Select, Skeleton, Text } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { AsyncContent, FactTable, TimeAgo } from '@fairway/platform-ui';
import {
  FACT_KINDS,
  type FactKind,
  type FactList as Facts,
} from '@fairway/plugin-platform-scorecard-common';
import type { SyntheticFacts } from '../../api';
import { useFacts } from '../../hooks/useFacts';
import { Section } from '../Section';
import { FactEvidence } from './FactEvidence';
import { FACT_KIND_WORDS, factKindWords } from './factKindWords';
import styles from './FactList.module.css';

type Fact = Facts['items'][number];

const ALL = 'all';

const COLUMNS = [
  {
    title: 'What',
    render: ({ kind, known }: Fact) =>
      known ? factKindWords(kind) : `${kind} (not counted)`,
  },
  {
    title: 'Of',
    // A simulated service has no page to link to.
    render: ({ subject, synthetic }: Fact) =>
      synthetic ? subject : <EntityRefLink entityRef={subject} />,
  },
  { title: 'When', render: ({ time }: Fact) => <TimeAgo time={time} /> },
  { title: 'Evidence', render: (fact: Fact) => <FactEvidence fact={fact} /> },
  {
    title: 'Source',
    render: ({ source, synthetic }: Fact) =>
      synthetic ? `${source} (demo data)` : source,
  },
];

/** The latest facts: the evidence behind the numbers. */
export function FactList(props: {
  readonly synthetic: SyntheticFacts;
  readonly kind?: FactKind;
  readonly onKindChange: (kind: FactKind | undefined) => void;
}) {
  const { synthetic, kind, onKindChange } = props;
  const state = useFacts({ synthetic, kind });
  return (
    <Section title="Latest facts">
      <Select
        className={styles.kind}
        label="Kind of fact"
        options={[
          { id: ALL, label: 'All kinds' },
          ...FACT_KINDS.map(id => ({ id, label: FACT_KIND_WORDS[id] })),
        ]}
        value={kind ?? ALL}
        onChange={chosen =>
          onKindChange(FACT_KINDS.find(known => known === chosen))
        }
      />
      <AsyncContent
        state={state}
        subject="the facts"
        skeleton={<FactListSkeleton />}
        advice="The numbers above are not affected."
      >
        {({ items }) =>
          items.length === 0 ? (
            <Text as="p">
              {kind
                ? 'No fact of this kind has arrived yet.'
                : 'No fact has arrived yet.'}
            </Text>
          ) : (
            <FactTable
              caption="Latest facts, newest arrival first"
              columns={COLUMNS}
              rows={items}
              rowKey={({ source, id }) => JSON.stringify([source, id])}
            />
          )
        }
      </AsyncContent>
    </Section>
  );
}

function FactListSkeleton() {
  return (
    <Flex direction="column" gap="2">
      {['1', '2', '3'].map(row => (
        <Skeleton key={row} width="100%" height={36} />
      ))}
    </Flex>
  );
}
