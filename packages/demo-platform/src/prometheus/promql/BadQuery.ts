/** A query that is malformed, or that the demo does not evaluate. */
export class BadQuery extends Error {}
