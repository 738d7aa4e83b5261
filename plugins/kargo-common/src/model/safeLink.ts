/**
 * A link that may be put into a page: web addresses only, without credentials.
 *
 * @returns `undefined` for anything else, such as `javascript:`
 *
 * @public
 */
export function safeLink(text: string | undefined): string | undefined {
  if (!text) return undefined;
  try {
    const url = new URL(text);
    if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
    url.username = '';
    url.password = '';
    return url.toString();
  } catch {
    return undefined;
  }
}
