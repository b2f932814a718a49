// The schemas as editors want them. TypeBox writes a recursive formula as a `$defs` of its own wherever it
// is used, pointing at it by a bare name; editors resolve pointers from the root of the document. So the
// definitions move to the root, and the names become pointers. Draft 7 is what editors of YAML support
// best; nothing here needs a later one.

import { FILE_KINDS, type FileKind, SCHEMAS } from '../knowledge/index.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The JSON Schema of a kind of file, self-contained. */
export function editorSchema(kind: FileKind): Json {
  const definitions: Record<string, Json> = {};
  const schema = hoisted(JSON.parse(JSON.stringify(SCHEMAS[kind])) as Json, definitions);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...(schema as Record<string, Json>),
    ...(Object.keys(definitions).length > 0 ? { $defs: definitions } : {}),
  };
}

/** The same as text, as it is written to knowledge/schemas. */
export function schemaText(kind: FileKind): string {
  return `${JSON.stringify(editorSchema(kind), null, 2)}\n`;
}

export function isFileKind(text: string): text is FileKind {
  return (FILE_KINDS as readonly string[]).includes(text);
}

/**
 * Copies a schema, moving every `$defs` into `definitions`. `$id` goes: it would change where pointers start.
 */
function hoisted(schema: Json, definitions: Record<string, Json>): Json {
  if (isList(schema)) return schema.map((part) => hoisted(part, definitions));
  if (schema === null || typeof schema !== 'object') return schema;
  const copy: Record<string, Json> = {};
  for (const [key, part] of Object.entries(schema)) {
    if (key === '$id' && typeof part === 'string') continue;
    if (key === '$ref' && typeof part === 'string')
      copy[key] = part.startsWith('#') ? part : `#/$defs/${part}`;
    else if (key === '$defs' && part !== null && typeof part === 'object' && !isList(part)) {
      for (const [name, definition] of Object.entries(part))
        definitions[name] ??= hoisted(definition, definitions);
    } else copy[key] = hoisted(part, definitions);
  }
  return copy;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
