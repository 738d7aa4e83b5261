/** Remembers that something has grown until somebody takes notice. */
export class Growth {
  #hasGrown = true;

  note(): void {
    this.#hasGrown = true;
  }

  take(): boolean {
    const hasGrown = this.#hasGrown;
    this.#hasGrown = false;
    return hasGrown;
  }
}
