/**
 * What is known around a bypass episode. What is absent is unknown; no rule takes it for no.
 *
 * @public
 */
export interface EpisodeEvidence {
  /** What was changed can be set along the path: every field has an input of the template or of the stage. */
  readonly settableOnPath?: boolean;
  /** An incident was open for the subject when the episode began. */
  readonly incidentOpen?: boolean;
  /** Minutes that nine of ten changes along the path took, approval included, in the four weeks before. */
  readonly pathMinutesP90?: number;
  /** Minutes in which the change was needed: to the end of the incident, or the target that the team has set itself. */
  readonly neededMinutes?: number;
  /** In the 24 hours before, by the same team and on the same capability. */
  readonly failedRuns?: number;
  readonly deniedRequests?: number;
  readonly documentsNotFound?: number;
  readonly emptySearches?: number;
  /** In the last 13 weeks, on the same capability and in the same way. */
  readonly teamsAffected?: number;
  readonly weeksAffected?: number;
  /** Share of those episodes that are of the risk class of this one, and the number of classes in use. */
  readonly riskClassShare?: number;
  readonly riskClasses?: number;
}
