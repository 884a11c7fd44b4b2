/** Is this GB18030 (GBK is a part of it)? By its structure, and by whether what it would say is Chinese. */

/** What may be outside GB 2312's common characters in a Chinese text: names, extensions, symbols. */
const maxRareShare = 0.3;

/**
 * Checks bytes piece by piece. GB18030 accepts much that is something else (pairs like `ür` in Windows-1252 are rare
 * Chinese characters to it), so a text must also consist mostly of the 3,755 common characters and of punctuation.
 */
export class Gb18030Check {
  /** Bytes of the character under way: none, after its lead, after the second and third of four. */
  #state: 0 | 1 | 2 | 3 = 0;
  #lead = 0;
  #isValid = true;
  #common = 0;
  #rare = 0;
  #offset = 0;
  #badAt = 0;

  /** Offset of the character that is no GB18030; undefined where all is well. */
  get badAt(): number | undefined {
    return this.#isValid ? undefined : this.#badAt;
  }

  push(chunk: Uint8Array): boolean {
    for (let i = 0; i < chunk.length && this.#isValid; i += 1) {
      const byte = chunk[i] ?? 0;
      if (byte >= 0x80 || this.#state !== 0) this.#byte(byte, this.#offset + i);
    }
    this.#offset += chunk.length;
    return this.#isValid;
  }

  /** Whether every byte belongs to a character. */
  isWhole(): boolean {
    if (this.#isValid && this.#state !== 0) this.#fail(this.#offset);
    return this.#isValid;
  }

  /** Whether what was read looks like Chinese. */
  isPlausible(): boolean {
    return this.#common > 0 && this.#rare <= maxRareShare * (this.#common + this.#rare);
  }

  #byte(byte: number, at: number): void {
    switch (this.#state) {
      case 0:
        this.#lead = byte;
        this.#go(byte !== 0x80 && byte !== 0xff, 1, at);
        break;
      case 1:
        this.#second(byte, at);
        break;
      case 2:
        this.#go(byte >= 0x81 && byte !== 0xff, 3, at);
        break;
      case 3:
        this.#go(byte >= 0x30 && byte <= 0x39, 0, at);
        this.#rare += 1;
        break;
    }
  }

  #go(isRight: boolean, next: 0 | 1 | 2 | 3, at: number): void {
    if (isRight) this.#state = next;
    else this.#fail(at);
  }

  #second(byte: number, at: number): void {
    if (byte >= 0x30 && byte <= 0x39) {
      // Four-byte characters: 81-84 (the rest of the basic plane), 90-E3 (all other planes).
      const isAssigned = this.#lead <= 0x84 || (this.#lead >= 0x90 && this.#lead <= 0xe3);
      this.#go(isAssigned, 2, at);
      return;
    }
    if (byte < 0x40 || byte === 0x7f || byte === 0xff) {
      this.#fail(at);
      return;
    }
    if (byte >= 0xa1 && isCommonLead(this.#lead)) this.#common += 1;
    else this.#rare += 1;
    this.#state = 0;
  }

  #fail(at: number): void {
    this.#isValid = false;
    this.#badAt = at;
  }
}

/** Rows of GB 2312: punctuation and full-width forms (A1-A3), the common characters (B0-D7). */
function isCommonLead(lead: number): boolean {
  return (lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xd7);
}
