/** Where a runner's answers live: on this device until they are deleted, or in this browser's cookie for two hours. */
export type KeptIn = 'device' | 'cookie';
