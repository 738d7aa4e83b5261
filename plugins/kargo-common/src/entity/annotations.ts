/** Name of the Kargo project of an entity. @public */
export const ANNOTATION_KARGO_PROJECT = 'kargo/project';

/** Comma list of stage names; all stages of the project by default. @public */
export const ANNOTATION_KARGO_STAGES = 'kargo/stages';

/** Label selector of stages, as `kubectl --selector` takes it; with `kargo/stages`, both hold. @public */
export const ANNOTATION_KARGO_STAGE_SELECTOR = 'kargo/stage-selector';

/** Name of a warehouse; its freight, and what takes it, is all that belongs to the entity. @public */
export const ANNOTATION_KARGO_WAREHOUSE = 'kargo/warehouse';

/** Comma list of control planes (cluster names); all that have the project by default. @public */
export const ANNOTATION_KARGO_INSTANCE = 'kargo/instance';

/** `application`, `infrastructure`, `migration` or a class of your own. @public */
export const ANNOTATION_KARGO_RISK_CLASS = 'kargo/risk-class';
