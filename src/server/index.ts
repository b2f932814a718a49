export { type Configuration, configurationFrom } from './configuration.ts';
export { type Running, type ServeOptions, serve } from './serve.ts';
