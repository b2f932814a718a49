// `npm start`: reads the environment, starts the server, prints its address, stops on a signal.

import { deskSettings } from './desk/index.ts';
import { ServeError, serve } from './serve.ts';

const portText = process.env.PORT ?? '3000';
const port = Number(portText);
const host = process.env.HOST ?? '127.0.0.1';

if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`PORT must be a whole number from 0 to 65535; found ${portText}.`);
  process.exit(2);
}

const desk = deskSettings(process.env);
if (!desk.ok) {
  console.error(desk.refusal);
  process.exit(2);
}

try {
  const running = await serve({ port, host, tries: 20, desk: desk.value, log: (line) => console.log(line) });
  console.log(`Backstride is ready: ${running.url}`);
  console.log('Stop it with Ctrl+C.');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void running.stop().then(() => process.exit(0));
      setTimeout(() => process.exit(0), 5000).unref();
    });
  }
} catch (error) {
  if (!(error instanceof ServeError)) throw error;
  console.error(error.message);
  process.exit(1);
}
