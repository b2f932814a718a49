// `npm start`: reads the environment, starts the server, prints its address, stops on a signal.

import { configurationFrom } from './configuration.ts';
import { logWriter } from './log-writer.ts';
import { ServeError, serve } from './serve.ts';

const configuration = configurationFrom(process.env);
if (!configuration.ok) {
  for (const line of configuration.refusal) console.error(line);
  process.exit(2);
}

try {
  const { value } = configuration;
  const log = logWriter((text) => process.stdout.write(text));
  process.once('exit', log.flush);
  const running = await serve({ ...value, tries: 20, log: log.line });
  console.log(`Backstride is ready: ${running.url}`);
  if (running.metricsUrl) console.log(`Metrics: ${running.metricsUrl}`);
  console.log('Stop it with Ctrl+C.');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void running.stop().then(() => process.exit(0)));
  }
} catch (error) {
  if (!(error instanceof ServeError)) throw error;
  console.error(error.message);
  process.exit(1);
}
