import { portfolioQuerySchema, type PortfolioQuery } from './portfolioQuery';

/**
 * A query as it stands in a URL; what is the default leaves no trace.
 *
 * @public
 */
export function portfolioSearchParams(
  query: Partial<PortfolioQuery>,
): URLSearchParams {
  const defaults = new Map<string, unknown>(
    Object.entries(portfolioQuerySchema.parse({})),
  );
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined || value === '' || defaults.get(key) === value) {
      continue;
    }
    for (const one of Array.isArray(value) ? value : [value]) {
      params.append(key, String(one));
    }
  }
  return params;
}

/**
 * Reads a query from a URL that people edit and share: a part that means nothing is passed over.
 *
 * @public
 */
export function readPortfolioQuery(params: URLSearchParams): PortfolioQuery {
  const read: Record<string, unknown> = {};
  for (const key of Object.keys(portfolioQuerySchema.shape)) {
    const values = params.getAll(key);
    if (values.length === 0) continue;
    const value = values.length === 1 ? values[0] : values;
    if (portfolioQuerySchema.safeParse({ [key]: value }).success) {
      read[key] = value;
    }
  }
  return portfolioQuerySchema.parse(read);
}
