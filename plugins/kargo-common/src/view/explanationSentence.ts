import { formatDuration } from '@fairway/observation';
import type { Reason } from './stageView';

interface Explained {
  readonly freight: string;
  readonly version?: string;
  readonly status: 'arrived' | 'promoting' | 'ready' | 'stopped';
  readonly byItself: boolean;
  readonly reasons: readonly Reason[];
  readonly notBefore?: string;
}

/** Below this, an earliest arrival is now. */
const SOON_SECONDS = 30;

/** The whole of an explanation in one sentence, as a person would say it. */
export function explanationSentence(
  stage: string,
  explained: Explained,
  at: Date,
): string {
  const { version, freight, status, reasons, byItself } = explained;
  const what = version ?? freight;
  const stopping = reasons.filter(({ stops }) => stops === 'promotion');
  switch (status) {
    case 'arrived':
      return `${what} is in ${stage}.`;
    case 'promoting':
      return stopping.length > 0
        ? `${what} is being promoted to ${stage}: ${list(stopping)}.`
        : `${what} is being promoted to ${stage}.`;
    case 'ready':
      return byItself
        ? `${what} goes to ${stage} by itself now.`
        : `${what} may go to ${stage}: ${list(reasons)}.`;
    default:
      return `${what} is not in ${stage}: ${list(reasons)}.${earliest(
        explained,
        at,
      )}`;
  }
}

function list(reasons: readonly Reason[]): string {
  return reasons.map(({ text }) => text).join('; ');
}

function earliest({ notBefore }: Explained, at: Date): string {
  if (!notBefore) return '';
  const seconds = (Date.parse(notBefore) - at.getTime()) / 1000;
  return seconds > SOON_SECONDS
    ? ` Earliest in ${formatDuration(seconds)}.`
    : '';
}
