export { deviceAnswerKeeper, keptSheet } from './answers.ts';
export { deviceLanguageKeeper, deviceUnitKeeper } from './choices.ts';
export { type Device, type HandOverState, type KeptSheet, openDevice } from './device.ts';
export { type DeviceEpisodeKeeper, deviceEpisodeKeeper, type EventReader } from './events.ts';
export { type HandedOver, handOverState, noteHandOver, takeOver } from './hand-over.ts';
export { changeRuns, deviceRunKeeper } from './runs.ts';
