// The checksum of FIT files: CRC-16/ARC (polynomial 0x8005, reflected), eight bytes a step ("slicing by 8", Kounavis and Berry 2005).
// A byte a step would take longer than the decoding.

const TABLES: readonly Uint16Array[] = tables();

function tables(): readonly Uint16Array[] {
  const first = Uint16Array.from({ length: 256 }, (_, byte) => {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >> 1) ^ 0xa001 : crc >> 1;
    return crc;
  });
  const all = [first];
  for (let step = 1; step < 8; step++) {
    const before = all[step - 1] as Uint16Array;
    all.push(before.map((crc) => (crc >> 8) ^ (first[crc & 0xff] as number)));
  }
  return all;
}

const [T0, T1, T2, T3, T4, T5, T6, T7] = TABLES as unknown as readonly [
  Uint16Array,
  Uint16Array,
  Uint16Array,
  Uint16Array,
  Uint16Array,
  Uint16Array,
  Uint16Array,
  Uint16Array,
];

/** The checksum of the bytes from, to (not included). */
export function fitChecksum(bytes: Uint8Array, from: number, to: number): number {
  let crc = 0;
  let at = from;
  for (; at + 8 <= to; at += 8) {
    crc =
      (T7[(crc ^ (bytes[at] as number)) & 0xff] as number) ^
      (T6[((crc >> 8) ^ (bytes[at + 1] as number)) & 0xff] as number) ^
      (T5[bytes[at + 2] as number] as number) ^
      (T4[bytes[at + 3] as number] as number) ^
      (T3[bytes[at + 4] as number] as number) ^
      (T2[bytes[at + 5] as number] as number) ^
      (T1[bytes[at + 6] as number] as number) ^
      (T0[bytes[at + 7] as number] as number);
  }
  for (; at < to; at++) crc = (crc >> 8) ^ (T0[(crc ^ (bytes[at] as number)) & 0xff] as number);
  return crc;
}
