import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { FactList } from '@fairway/plugin-platform-scorecard-common';

/** The parts of a fact's data that a reader can look up elsewhere, and what they are called. */
const PARTS = [
  ['pathVersion', 'version'],
  ['stage', 'stage'],
  ['promotion', 'promotion'],
  ['taskId', 'task'],
  ['exception', 'exception'],
  ['rule', 'rule'],
  ['activity', 'activity'],
] as const;

/** What a fact refers to. */
export function FactEvidence(props: {
  readonly fact: FactList['items'][number];
}) {
  const { subject, data } = props.fact;
  const { path } = data;
  const text = PARTS.flatMap(([key, word]) =>
    typeof data[key] === 'string' ? [`${word} ${data[key]}`] : [],
  ).join(', ');
  const linked = typeof path === 'string' && path !== subject;
  if (!linked) {
    return <>{text || 'none given'}</>;
  }
  return (
    <>
      <EntityRefLink entityRef={path} /> {text}
    </>
  );
}
