export type { CollectedText } from './collectedTexts';
import { ANSWER_TEXTS } from './answersTexts';
import { ARGOCD_TEXTS } from './argocdTexts';
import { CREDENTIAL_TEXTS } from './credentialTexts';
import { FILE_TEXTS } from './fileTexts';
import { GIT_TEXTS } from './gitTexts';
import { MANIFEST_TEXTS } from './manifestTexts';
import { OCI_TEXTS } from './ociTexts';
import { PROMOTION_TEXTS } from './promotionTexts';
import { PULL_REQUEST_TEXTS } from './pullRequestTexts';
import { STAGE_TEXTS } from './stageTexts';
import { STRUCTURED_FILE_TEXTS } from './structuredFileTexts';
import { WAREHOUSE_TEXTS } from './warehouseTexts';

/** All collected texts. */
export const COLLECTED_TEXTS = [
  ...ANSWER_TEXTS,
  ...ARGOCD_TEXTS,
  ...CREDENTIAL_TEXTS,
  ...FILE_TEXTS,
  ...GIT_TEXTS,
  ...MANIFEST_TEXTS,
  ...OCI_TEXTS,
  ...PROMOTION_TEXTS,
  ...PULL_REQUEST_TEXTS,
  ...STAGE_TEXTS,
  ...STRUCTURED_FILE_TEXTS,
  ...WAREHOUSE_TEXTS,
];
