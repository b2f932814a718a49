export { additionsToGuide } from './additions.ts';
export { type Desk, type DeskSettings, type Environment, openDesk } from './desk.ts';
export { guideAtDesk } from './guide.ts';
export { deskSettings } from './settings.ts';
