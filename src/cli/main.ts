// The terminal: hands the command line over and passes its exit code on.

import { runCommandLine } from './command-line.ts';
import { endQuietlyOnBrokenPipe } from './terminal.ts';

endQuietlyOnBrokenPipe();
process.exitCode = await runCommandLine(process.argv.slice(2));
