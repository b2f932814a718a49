// What the two ways through an XML file tell a reader: elements by number instead of by name, and values as bytes.

/** An element or attribute that no reader asks for. */
export const UNKNOWN = 0;

/** Names a format cares for, without their prefix: producers of GPX and TCX agree on names, not on prefixes. */
export interface Names {
  readonly elements: NameTable;
  readonly attributes: NameTable;
}

/** Numbers from 1 on, by the hash of the name. */
export type NameTable = ReadonlyMap<number, number>;

export interface XmlEvents {
  open(element: number): void;
  /** An attribute of an element that has just opened. */
  attribute(element: number, attribute: number, bytes: Uint8Array, from: number, to: number): void;
  /** The text of an element that holds nothing else; before it closes. */
  value(element: number, bytes: Uint8Array, from: number, to: number): void;
  /** Returns false to have reading stopped. */
  close(element: number): boolean;
}

export function tableOf(names: readonly string[]): NameTable {
  const table = new Map<number, number>();
  names.forEach((name, index) => {
    const hash = hashOf(name);
    if (table.has(hash)) throw new Error(`${name} has the hash of another name.`);
    table.set(hash, index + 1);
  });
  return table;
}

/** The hash of a name's last part, as the scanner works it out byte by byte. */
export function hashOf(name: string): number {
  let hash = 0;
  for (let at = name.lastIndexOf(':') + 1; at < name.length; at++)
    hash = (Math.imul(hash, 31) + name.charCodeAt(at)) | 0;
  return hash;
}

export const DEEPEST = 64;
