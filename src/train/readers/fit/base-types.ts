// The number types of FIT and what each says for "not recorded" (FIT protocol, base types).

/** By the lower five bits of the base type byte. */
const SIZES: readonly number[] = [1, 1, 1, 2, 2, 4, 4, 1, 4, 8, 1, 2, 4, 1, 8, 8, 8];

export const STRING_TYPE = 7;

/** Bytes of one value of the type; 0 for a type that FIT does not have. */
export function sizeOfType(type: number): number {
  return SIZES[type & 0x1f] ?? 0;
}

/** One value; NaN where it says that nothing was recorded. */
export function readValue(view: DataView, at: number, type: number, little: boolean): number {
  switch (type & 0x1f) {
    case 0: // enum
    case 2: // uint8
    case 13: // byte
      return unless(view.getUint8(at), 0xff);
    case 1:
      return unless(view.getInt8(at), 0x7f);
    case 3:
      return unless(view.getInt16(at, little), 0x7fff);
    case 4:
      return unless(view.getUint16(at, little), 0xffff);
    case 5:
      return unless(view.getInt32(at, little), 0x7fffffff);
    case 6:
      return unless(view.getUint32(at, little), 0xffffffff);
    case 8:
      return view.getFloat32(at, little);
    case 9:
      return view.getFloat64(at, little);
    case 10: // The z types say 0.
      return unless(view.getUint8(at), 0);
    case 11:
      return unless(view.getUint16(at, little), 0);
    case 12:
      return unless(view.getUint32(at, little), 0);
    default: // Texts, and the 64-bit types that no field of ours has.
      return Number.NaN;
  }
}

function unless(value: number, invalid: number): number {
  return value === invalid ? Number.NaN : value;
}
