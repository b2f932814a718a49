export { type Desk, type DeskSettings, type Environment, openDesk } from './desk.ts';
export { guideOf } from './guide.ts';
export { deskSettings } from './settings.ts';
