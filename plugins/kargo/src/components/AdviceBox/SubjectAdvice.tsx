import type { AdviceSubject } from '@fairway/plugin-kargo-common';
import { useAdvice } from '../../hooks/useAdvice';
import { AdviceBox } from './AdviceBox';

/** Advice on a promotion or a stage of the entity of the page. */
export function SubjectAdvice(props: { readonly subject: AdviceSubject }) {
  const { state, ask, judge } = useAdvice(props.subject);
  return <AdviceBox state={state} onAsk={ask} onJudge={judge} />;
}
