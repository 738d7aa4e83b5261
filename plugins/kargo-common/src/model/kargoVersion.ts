/** Minor version of Kargo, such as `1.11`; `undefined` where the text is no version, as with an image built by hand. */
export function minorVersion(version: string | undefined): string | undefined {
  return /^v?(\d{1,4}\.\d{1,4})(?=[.+-]|$)/.exec(version ?? '')?.[1];
}
