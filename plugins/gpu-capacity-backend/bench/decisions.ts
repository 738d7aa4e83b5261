import { measureDecisions } from './measureDecisions';

/** Measures the pure decisions in a process of their own, where nothing of a backend runs beside them. */
process.send?.(measureDecisions());
process.once('disconnect', () => process.exit());
