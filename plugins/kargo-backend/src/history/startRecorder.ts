import type {
  LifecycleService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { redactExcerpt, type LedgerEntry } from '@fairway/plugin-kargo-common';
import {
  LedgerRecorder,
  retentionStart,
  type HistoryConfig,
  type LedgerStore,
  type RecorderSettings,
} from '../ledger';
import { ledgerSources } from '../ledger/ledgerSources';
import type { ControlPlanes } from '../services/ControlPlanes';
import type { PromotionReader } from '../services/PromotionReader';

/** Begins to write the history down, until the backend stops. */
export function startRecorder(options: {
  readonly config: HistoryConfig;
  readonly controlPlanes: ControlPlanes;
  readonly ledger: LedgerStore;
  readonly lifecycle: LifecycleService;
  readonly logger: LoggerService;
  readonly promotionReader: PromotionReader;
  readonly riskClassOf: RecorderSettings['riskClassOf'];
  /** Called with what is new to the ledger. */
  readonly onRecorded: (entries: readonly LedgerEntry[]) => void;
}): void {
  const { config, controlPlanes, ledger, lifecycle, logger } = options;
  const sourceOf = ledgerSources(options.promotionReader);
  const recorder = LedgerRecorder.create({
    listSources: async () =>
      (await controlPlanes.discover()).controlPlanes.map(sourceOf),
    store: ledger,
    logger,
    onRecorded: options.onRecorded,
    settings: {
      portalIdentities: config.portalIdentities,
      allowedPaths: config.allowedPaths,
      keptSince: now => retentionStart(config.retention, now),
      redact: text => redactExcerpt(text),
      riskClassOf: options.riskClassOf,
    },
  });
  lifecycle.addStartupHook(() => recorder.start());
  lifecycle.addShutdownHook(() => recorder.stop());
}
