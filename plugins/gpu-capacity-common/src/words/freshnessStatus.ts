/** How current a view is; see `freshnessSchema` of `@fairway/observation`. */
export type FreshnessStatus = 'loading' | 'live' | 'stale' | 'unobserved';
