import { actorWords, actorWordsWithin } from './actorWords';
import type {
  LedgerEntry,
  LedgerEntryKind,
  LedgerEntryOf,
  PortalAction,
  PromotionOutcome,
} from './ledgerEntry';
import type { PromotionPath } from './promotionPath';

const HOW: Readonly<Record<PromotionPath, string>> = {
  auto: ', automatically',
  portal: ' through the portal',
  kargo: ' in Kargo',
  service: '',
  kubectl: ' with kubectl',
  admin: '',
  unknown: '',
};

const PROMOTION_ENDS: Readonly<
  Record<Exclude<PromotionOutcome, 'succeeded'>, string>
> = {
  failed: 'failed',
  errored: 'ended with an error',
  aborted: 'was aborted',
  vanished: 'was gone before it was seen to finish',
};

const ACTIONS: Readonly<
  Record<PortalAction, (version: string, stage: string) => string>
> = {
  promote: (version, stage) => `promote ${version} to ${stage}`,
  'promote-downstream': (version, stage) =>
    `promote ${version} to what is downstream of ${stage}`,
  'approve-freight': (version, stage) => `approve ${version} for ${stage}`,
  abort: (version, stage) => `abort the promotion of ${version} to ${stage}`,
  refresh: (_, stage) => `refresh ${stage}`,
  reverify: (version, stage) => `verify ${version} in ${stage} again`,
  'resume-auto-promotion': (_, stage) =>
    `resume the auto-promotion of ${stage}`,
};

type Sentences = {
  readonly [K in LedgerEntryKind]: (entry: LedgerEntryOf<K>) => string;
};

const SENTENCES: Sentences = {
  'promotion-created': entry =>
    `${actorWords(entry.actor)} asked to promote ${toStage(entry)}`,
  'promotion-started': entry => `The promotion of ${toStage(entry)} started`,
  'promotion-finished': entry =>
    entry.outcome === 'succeeded'
      ? `${actorWords(entry.actor)} promoted ${toStage(entry)}${instead(entry)}`
      : `The promotion of ${toStage(entry)} by ${actorWordsWithin(
          entry.actor,
        )} ${PROMOTION_ENDS[entry.outcome]}${
          entry.endedBy ? ` by ${actorWordsWithin(entry.endedBy)}` : ''
        }`,
  'freight-approved': entry =>
    `${actorWords(entry.actor)} approved ${what(entry)} for ${entry.stage}`,
  'verification-finished': entry =>
    `The verification of ${what(entry)} in ${entry.stage} ${
      {
        successful: 'was successful',
        failed: 'failed',
        errored: 'ended with an error',
        aborted: 'was aborted',
        inconclusive: 'was inconclusive',
      }[entry.outcome]
    }`,
  'hold-set': entry =>
    `${actorWords(entry.actor)} held ${entry.stage} at ${what(
      entry,
    )}, so that Kargo does not promote by itself`,
  'hold-released': entry =>
    `The hold of ${entry.stage} at ${what(entry)} was released`,
  'approval-requested': entry =>
    `${actorWords(entry.actor)} asked for the approval of ${toStage(entry)}`,
  'approval-decided': entry =>
    `${actorWords(entry.actor)} ${
      {
        approved: 'approved',
        rejected: 'rejected',
        expired: 'let expire',
        withdrawn: 'withdrew',
      }[entry.decision]
    } the request for ${toStage(entry)}`,
  'approval-used': entry =>
    `${actorWords(entry.actor)} used the approval of ${toStage(entry)}`,
  override: entry =>
    `${actorWords(entry.actor)} overrode ${entry.controls.join(
      ', ',
    )} for ${toStage(entry)}${
      entry.confirmedBy
        ? `, confirmed by ${actorWordsWithin(entry.confirmedBy)}`
        : ''
    }`,
  diagnosis: entry =>
    `${what(entry)} did not get to ${entry.stage}: ${entry.cause.replace(
      /\.$/,
      '',
    )}`,
  action: entry =>
    `${actorWords(entry.actor)} asked the portal to ${ACTIONS[entry.action](
      what(entry),
      entry.subject.kind === 'Warehouse'
        ? `the warehouse ${entry.subject.name}`
        : entry.stage,
    )}${
      {
        requested: '',
        executed: ', which it did',
        refused: ', which it refused',
        failed: ', which failed',
      }[entry.outcome]
    }`,
};

/** Kinds of which the path says how the change came, and not only with what it belongs together. */
const WITH_PATH: ReadonlySet<LedgerEntryKind> = new Set([
  'promotion-created',
  'promotion-finished',
  'freight-approved',
]);

/**
 * Who did what, when and why, in one sentence.
 *
 * @public
 */
export function ledgerSentence(entry: LedgerEntry): string {
  const noticed = entry.timeBasis === 'observed' ? 'noticed ' : '';
  const reason = entry.reason ? `, because: ${entry.reason}` : '';
  const bypass = entry.bypass ? '; this went around the portal' : '';
  return `${sentenceOf(entry)}${howOf(entry)}, ${noticed}at ${timeWords(
    entry.at,
  )}${reason}${bypass}.`;
}

function sentenceOf<K extends LedgerEntryKind>(
  entry: LedgerEntryOf<K> & { readonly kind: K },
): string {
  return SENTENCES[entry.kind](entry);
}

function howOf(entry: LedgerEntry): string {
  const unfinished =
    entry.kind === 'promotion-finished' && entry.outcome !== 'succeeded';
  return WITH_PATH.has(entry.kind) && !unfinished ? HOW[entry.path] : '';
}

function what(entry: LedgerEntry): string {
  return entry.version ?? entry.freight?.slice(0, 7) ?? 'unknown freight';
}

function toStage(entry: LedgerEntry): string {
  return `${what(entry)} to ${entry.stage}`;
}

function instead(entry: LedgerEntry): string {
  const before = entry.before?.version;
  return before && before !== entry.version ? ` in place of ${before}` : '';
}

function timeWords(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}
