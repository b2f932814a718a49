export { createDeskApp, OF_THE_DESK } from './desk-app.ts';
export { type DeskOptions, type Guide, type Passkeys, type Passwords, RATES, type Rates } from './options.ts';
export { newCodes, type RecoveryCode } from './recovery-codes.ts';
export { type MakeSigner, secretsOf, signerOf } from './secrets.ts';
