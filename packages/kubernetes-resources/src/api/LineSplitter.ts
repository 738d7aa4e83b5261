const NEWLINE = 0x0a;

/** Cuts a stream of bytes into lines. A part of the stream can end inside of a line, or of a character. */
export class LineSplitter {
  #pending: Buffer[] = [];

  /** The lines that are complete with this part. */
  push(part: Buffer): readonly string[] {
    const lines: string[] = [];
    let start = 0;
    for (
      let end = part.indexOf(NEWLINE);
      end !== -1;
      end = part.indexOf(NEWLINE, start)
    ) {
      this.#pending.push(part.subarray(start, end));
      lines.push(Buffer.concat(this.#pending).toString());
      this.#pending = [];
      start = end + 1;
    }
    if (start < part.length) {
      this.#pending.push(part.subarray(start));
    }
    return lines;
  }

  /** Whether a line has begun and not ended. */
  get isInsideLine(): boolean {
    return this.#pending.length > 0;
  }
}
