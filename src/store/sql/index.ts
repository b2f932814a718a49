export { type Archived, backup, type Restored, restore } from './archive.ts';
export { deskStore, faultOfPlace, openSql, placeFrom, type StorePlace } from './desk-store.ts';
export { FORMAT, formatOf, migrate } from './migrations.ts';
export type { Sql } from './sql.ts';
export { uuid7 } from './uuid7.ts';
