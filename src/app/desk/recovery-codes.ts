// Recovery codes: ten of 80 random bits each, in letters that cannot be taken for one another (Crockford's base 32).

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
const HOW_MANY = 10;
const LENGTH = 16;

export interface RecoveryCode {
  /** As it is shown: `0a1b-2c3d-4e5f-6g7h`. */
  readonly shown: string;
  /** As it is hashed. */
  readonly plain: string;
}

export function newCodes(): readonly RecoveryCode[] {
  return Array.from({ length: HOW_MANY }, () => {
    // 256 is a multiple of 32: every letter is as likely as any other.
    const plain = [...crypto.getRandomValues(new Uint8Array(LENGTH))]
      .map((byte) => LETTERS[byte % 32])
      .join('');
    return { plain, shown: (plain.match(/.{4}/g) ?? []).join('-') };
  });
}
