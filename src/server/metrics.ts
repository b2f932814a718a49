// Counts for whoever runs the server, in the text format of Prometheus (version 0.0.4). Written here because it is a page of
// text: the usual client has not had a release since 2024. Labels are of a fixed set, so that nobody can fill the memory.
// Source of the format: https://prometheus.io/docs/instrumenting/exposition_formats/

import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Answered } from './log.ts';

/** Upper limits of the bins of durations, seconds. */
const BINS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

export interface Metrics {
  readonly count: (answered: Answered) => void;
  readonly countShed: () => void;
  readonly text: (now: { readonly inside: number; readonly waiting: number }) => string;
  readonly stop: () => void;
}

export function openMetrics(): Metrics {
  const requests = new Map<string, number>();
  const bins = BINS.map(() => 0);
  let [all, seconds, shed] = [0, 0, 0];
  const loop = monitorEventLoopDelay({ resolution: 10 });
  loop.enable();
  return {
    count: ({ method, kind, status, milliseconds }) => {
      const section = kind.split('/')[1] ?? '';
      const labels = `method="${method}",section="${section}",status="${status}"`;
      requests.set(labels, (requests.get(labels) ?? 0) + 1);
      all += 1;
      seconds += milliseconds / 1000;
      BINS.forEach((limit, index) => {
        if (milliseconds / 1000 <= limit) bins[index] = (bins[index] ?? 0) + 1;
      });
    },
    countShed: () => {
      shed += 1;
    },
    text: ({ inside, waiting }) => {
      const { rss, heapUsed } = process.memoryUsage();
      const { user, system } = process.cpuUsage();
      return [
        ...family('backstride_requests_total', 'counter', 'Requests answered.', [
          ...[...requests].map(([labels, count]) => [`{${labels}}`, count] as const),
        ]),
        ...family('backstride_request_seconds', 'histogram', 'Time from request to answer.', [
          ...BINS.map((limit, index) => [`_bucket{le="${limit}"}`, bins[index] ?? 0] as const),
          ['_bucket{le="+Inf"}', all],
          ['_sum', seconds],
          ['_count', all],
        ]),
        ...gauge('backstride_shed_total', 'counter', 'Requests told to come back later.', shed),
        ...gauge('backstride_requests_inside', 'gauge', 'Requests being worked on.', inside),
        ...gauge('backstride_requests_waiting', 'gauge', 'Requests waiting for their turn.', waiting),
        ...gauge(
          'backstride_event_loop_delay_p99_seconds',
          'gauge',
          'How late timers were, since the last look.',
          lateSince(loop),
        ),
        ...gauge('process_cpu_seconds_total', 'counter', 'Computing time used.', (user + system) / 1e6),
        ...gauge('process_resident_memory_bytes', 'gauge', 'Memory held.', rss),
        ...gauge('nodejs_heap_used_bytes', 'gauge', 'Memory in use by JavaScript.', heapUsed),
        '',
      ].join('\n');
    },
    stop: () => {
      loop.disable();
    },
  };
}

type Sample = readonly [suffix: string, value: number];

function family(name: string, type: string, help: string, samples: readonly Sample[]): readonly string[] {
  return [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${type}`,
    ...samples.map(([suffix, value]) => `${name}${suffix} ${value}`),
  ];
}

function gauge(name: string, type: string, help: string, value: number): readonly string[] {
  return family(name, type, help, [['', value]]);
}

function lateSince(loop: ReturnType<typeof monitorEventLoopDelay>): number {
  const late = loop.count === 0 ? 0 : loop.percentile(99) / 1e9;
  loop.reset();
  return late;
}
