import { Flex, Text } from '@backstage/ui';
import type { PoolCapacity } from '@fairway/plugin-gpu-capacity-common';
import { useMemo } from 'react';
import { useWhatIfDraft } from '../../hooks/useWhatIfDraft';
import { isLinkable } from '../../whatIf/WhatIfDraft';
import { whatIfQuestion } from '../../whatIf/whatIfRequest';
import { WhatIfAnswer } from './WhatIfAnswer';
import { WhatIfForm } from './WhatIfForm';

/** Would it fit, and where: a shape that somebody builds or pastes. The question is in the URL. */
export function WhatIfPanel(props: {
  /** Where the question is asked; without it, in every cluster. */
  readonly pool?: Pick<PoolCapacity, 'cluster' | 'groups'>;
}) {
  const { pool } = props;
  const { draft, asked, change } = useWhatIfDraft();
  const cluster = pool?.cluster.name;
  const typed = useMemo(
    () => whatIfQuestion(draft, { cluster }),
    [draft, cluster],
  );
  const question = useMemo(
    () => whatIfQuestion(asked, { cluster }),
    [asked, cluster],
  );
  return (
    <Flex direction="column" gap="4">
      <WhatIfForm
        draft={draft}
        problems={typed.status === 'wrong' ? typed.problems : {}}
        pool={pool}
        onChange={change}
      />
      {!isLinkable(draft) && (
        <Text as="p" variant="body-small" color="secondary">
          This text is too long for a link: who follows one will not find it.
        </Text>
      )}
      {question.status === 'ready' ? (
        <WhatIfAnswer request={question.request} />
      ) : (
        <Text as="p" color="secondary" role="status">
          {question.status === 'empty'
            ? 'Choose how many devices one pod needs, or paste a manifest. The answer says which cluster would take it, why others would not, and what comes near. Asking changes nothing.'
            : 'Nothing is asked until the marked fields are right.'}
        </Text>
      )}
    </Flex>
  );
}
