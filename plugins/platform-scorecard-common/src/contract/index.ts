export type { Median, Proportion } from './estimates';
export { factListQuerySchema, factListSchema, type FactList } from './factList';
export { ingestReportSchema, type IngestReport } from './ingestReport';
export {
  scorecardQuerySchema,
  scorecardSchema,
  type Scorecard,
} from './scorecard';
