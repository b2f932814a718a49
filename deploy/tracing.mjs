// Optional: a span of OpenTelemetry for each request, with method, kind of page and status, as the log has them; no path, query, header or
// network address. It needs two packages that the server itself does without:
//
//   npm install --no-save @opentelemetry/api @opentelemetry/sdk-node
//   OTEL_SERVICE_NAME=backstride OTEL_EXPORTER_OTLP_ENDPOINT=http://collector:4318 \
//     node scripts/with-node.mjs --import ./deploy/tracing.mjs src/server/main.ts
//
// Where to send spans, how many to take and what to call the service are the settings of OpenTelemetry itself (OTEL_…). A trace that a
// proxy in front began (`traceparent`) goes on here. Node's own channels tell of requests, so that nothing of the server is changed.

import { subscribe } from 'node:diagnostics_channel';
// biome-ignore lint/correctness/noUndeclaredDependencies: the operator brings it.
import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
// biome-ignore lint/correctness/noUndeclaredDependencies: the operator brings it.
import { NodeSDK } from '@opentelemetry/sdk-node';
import { kindOf, methodOf } from '../src/server/log.ts';

// Counts are served for Prometheus and the log goes to standard output: only spans are sent.
process.env.OTEL_METRICS_EXPORTER ??= 'none';
process.env.OTEL_LOGS_EXPORTER ??= 'none';
// Resource detectors would add names of host, user and command.
const serviceName = process.env.OTEL_SERVICE_NAME ?? 'backstride';
const sdk = new NodeSDK({ instrumentations: [], autoDetectResources: false, serviceName });
sdk.start();
const tracer = trace.getTracer('backstride');

subscribe('http.server.request.start', (message) => {
  const { request, response } = /** @type {any} */ (message);
  const kind = kindOf(request.url ?? '/');
  const method = methodOf(request.method);
  const attributes = { 'http.request.method': method, 'http.route': kind };
  const from = propagation.extract(context.active(), request.headers);
  const span = tracer.startSpan(`${method} ${kind}`, { kind: SpanKind.SERVER, attributes }, from);
  response.once('close', () => {
    span.setAttribute('http.response.status_code', response.statusCode);
    if (response.statusCode >= 500 || !response.writableFinished)
      span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  });
});

for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => void sdk.shutdown());
