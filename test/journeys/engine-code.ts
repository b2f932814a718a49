// The engine with its made-up interviews as a script for a page or a worker, which says `bits()`.

import { build } from 'vite';

export async function engineCode(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: new URL('./engine-bits.ts', import.meta.url).pathname,
        formats: ['iife'],
        name: 'engine',
      },
    },
  });
  const output = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const code = output.map((one) => (one.type === 'chunk' ? one.code : '')).join('\n');
  // A function built as an iife with one export is an object with it, or the function itself.
  return `${code}\n;const bits = () => (engine.engineBits ?? engine)();`;
}
