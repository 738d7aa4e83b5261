/** An error as Kargo's API answers it (`pkg/server/rest_router.go` of v1.11, `handleError`). */
export class KargoApiError extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}
