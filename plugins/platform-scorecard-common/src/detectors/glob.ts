/**
 * Whether a text matches a pattern in which `*` stands for any characters, also none, and `?` for one. It takes time in
 * proportion to the product of both lengths at worst, so that a hostile pattern cannot stop the reader.
 */
export function matchesGlob(pattern: string, text: string): boolean {
  let patternAt = 0;
  let textAt = 0;
  let starAt = -1;
  let retryAt = 0;
  while (textAt < text.length) {
    const wanted = pattern[patternAt];
    if (wanted === '*') {
      starAt = patternAt;
      retryAt = textAt;
      patternAt += 1;
    } else if (wanted === '?' || wanted === text[textAt]) {
      patternAt += 1;
      textAt += 1;
    } else if (starAt >= 0) {
      patternAt = starAt + 1;
      retryAt += 1;
      textAt = retryAt;
    } else {
      return false;
    }
  }
  return /^\**$/.test(pattern.slice(patternAt));
}

/** Whether a text matches any of the patterns. */
export function matchesAnyGlob(
  patterns: readonly string[],
  text: string,
): boolean {
  return patterns.some(pattern => matchesGlob(pattern, text));
}
