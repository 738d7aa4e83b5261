import { StatusText } from '@fairway/platform-ui';
import type { PartView } from '@fairway/plugin-gpu-capacity-common';

const PART_WORDS: Readonly<Record<PartView['name'], string>> = {
  budgets: 'Disruption budgets',
  queues: 'Queues',
  claims: 'Device claims',
  metrics: 'Metrics of devices',
  quotas: 'Quotas of namespaces',
  workloads: 'Deployments and other workloads',
};

const PART_STATUS = {
  stale: { tone: 'attention', word: 'are old' },
  loading: { tone: 'busy', word: 'are read for the first time' },
  unobserved: { tone: 'unknown', word: 'are not observed' },
} as const;

/** What could not be read beside nodes and pods. What is current is not worth a word. */
export function PartNotices(props: { readonly parts: readonly PartView[] }) {
  return (
    <>
      {props.parts.map(part => (
        <PartNotice key={part.name} part={part} />
      ))}
    </>
  );
}

function PartNotice(props: { readonly part: PartView }) {
  const { name, status, reason } = props.part;
  if (status === 'live') return null;
  const { tone, word } = PART_STATUS[status];
  return (
    <StatusText tone={tone}>
      {PART_WORDS[name]} {word}
      {reason && `: ${reason}`}
    </StatusText>
  );
}
