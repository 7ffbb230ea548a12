import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { schemaValidator } from '../schemaValidator.ts';
import { type Answer, apiError, type Fault, type Faults, faultyAnswer, tooMany } from './faults.ts';
import type { Asked, Route } from './routes.ts';
import type { FakeFile, World } from './world.ts';

/** The document calls these bit sets integers; on the wire they are strings. */
const bitSet = { type: ['string', 'null'], pattern: '^\\d+$' };
const validator = schemaValidator(join(import.meta.dirname, '../schemas/discord-openapi.json'), [
  { schema: 'ApplicationCommandUpdateRequest', property: 'default_member_permissions', is: bitSet },
  { schema: 'ApplicationCommandCreateRequest', property: 'default_member_permissions', is: bitSet },
  // discord.js sends these along with every edit; they mean nothing there.
  { schema: 'IncomingWebhookUpdateRequestPartial', property: 'tts', is: { const: false }, missing: true },
  {
    schema: 'IncomingWebhookUpdateRequestPartial',
    property: 'enforce_nonce',
    is: { const: false },
    missing: true,
  },
]);

export interface RestLimits {
  readonly bucket: Bucket;
  readonly perSecond: number;
}

export interface Bucket {
  /** Requests per route and channel. */
  readonly limit: number;
  readonly seconds: number;
}

/** Discord's REST API v10 below /api/v10: authorization, rate limits, faults on demand, judged bodies. */
export function restServer(
  world: World,
  routes: readonly Route[],
  faults: Faults,
  { bucket, perSecond }: RestLimits,
  hanging: Set<ServerResponse>,
): RequestListener {
  const spent = new Map<string, { left: number; resetAt: number }>();

  const recent: number[] = [];

  /** https://discord.com/developers/docs/topics/rate-limits#global-rate-limit; interactions are exempt. */
  function overall(path: string): number {
    if (perSecond === Number.POSITIVE_INFINITY || /^\/(?:interactions|webhooks)\//u.test(path)) return 0;
    const now = Date.now();
    while ((recent[0] ?? now) <= now - 1_000) recent.shift();
    if (recent.length >= perSecond) return ((recent[0] ?? now) + 1_000 - now) / 1_000;
    recent.push(now);
    return 0;
  }

  function rateLimited(key: string): { readonly headers: Record<string, string>; readonly over: boolean } {
    const now = Date.now();
    const known = spent.get(key);
    const state =
      known && known.resetAt > now ? known : { left: bucket.limit, resetAt: now + bucket.seconds * 1_000 };
    spent.set(key, state);
    const over = state.left === 0;
    if (!over) state.left--;
    const headers = {
      'X-RateLimit-Limit': String(bucket.limit),
      'X-RateLimit-Remaining': String(state.left),
      'X-RateLimit-Reset': String(state.resetAt / 1_000),
      'X-RateLimit-Reset-After': String((state.resetAt - now) / 1_000),
      'X-RateLimit-Bucket': key.replaceAll(/\W/gu, '').slice(0, 32),
    };
    return { headers, over };
  }

  function work(route: Route | undefined, asked: Asked, sent: unknown, authorized: boolean): Answer {
    if (!route) return apiError(404, 0, '404: Not Found');
    if (!authorized && !route.open) return apiError(401, 0, '401: Unauthorized');
    const malformed = [
      ...Object.entries(asked.params)
        .filter(([name, value]) => name.endsWith('_id') && !/^\d{17,19}$/u.test(value))
        .map(([name, value]) => `${name} "${value}" is not a snowflake`),
      ...validator.requestProblems(route.path, route.method, sent),
    ];
    const unwise = malformed.length === 0 ? (route.problems?.(asked.body) ?? []) : [];
    world.violations.push(...[...malformed, ...unwise].map((one) => `${route.method} ${route.path}: ${one}`));
    if (malformed.length > 0) return apiError(400, 50_035, `Invalid Form Body: ${malformed.join('; ')}`);
    return route.handle(asked);
  }

  return (request, response) => void serve(request, response);

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? 'GET';
    const path = decodeURIComponent((request.url ?? '').replace(/\?.*$/u, '').replace(/^\/api\/v10/u, ''));
    const { json: sent, files } = await sentBody(request, world);
    const fault = faults.take(method, path);
    const [route, params] = matching(routes, method, path);
    const asked = { params, body: withFiles(sent, files) };
    const authorized = request.headers.authorization === `Bot ${world.token}`;
    const limit = rateLimited(`${route?.method}${route?.path}${params['channel_id'] ?? ''}`);

    const globalWait = overall(path);
    const answer =
      globalWait > 0
        ? tooMany('global', globalWait)
        : limit.over
          ? tooMany('user', Number(limit.headers['X-RateLimit-Reset-After']))
          : faulty(fault, () => work(route, asked, sent, authorized));
    world.requests.push({ method, path, body: sent, status: answer?.status ?? 0 });
    if (!answer && fault?.is === 'hang') hanging.add(response);
    else if (!answer) request.socket.destroy();
    else reply(response, answer, limit.headers);
  }
}

/** The list of commands is an array; everything else that takes files is an object. */
const withFiles = (sent: unknown, files: readonly FakeFile[]): Asked['body'] =>
  files.length === 0 ? ((sent ?? {}) as Asked['body']) : { ...(sent as Asked['body']), files };

/** Undefined when nothing is answered. */
function faulty(fault: Fault | undefined, work: () => Answer): Answer | undefined {
  if (!fault) return work();
  if ('after' in fault) work();
  return faultyAnswer(fault);
}

function reply(
  response: ServerResponse,
  { status, body, headers = {} }: Answer,
  limits: Record<string, string>,
): void {
  // discord.js parses whatever says JSON, so a 204 must not say so.
  const type = body === undefined ? {} : { 'Content-Type': 'application/json' };
  response.writeHead(status, { ...limits, ...headers, ...type });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

/** JSON, or a form of files with the JSON in a field of its own (reference#uploading-files). */
async function sentBody(
  request: IncomingMessage,
  world: World,
): Promise<{ json: unknown; files: FakeFile[] }> {
  const bytes: Buffer[] = [];
  for await (const chunk of request) bytes.push(chunk as Buffer);
  const type = request.headers['content-type'] ?? '';
  if (bytes.length === 0) return { json: undefined, files: [] };
  if (type.startsWith('multipart/form-data')) {
    const form = await new Response(Buffer.concat(bytes), { headers: { 'content-type': type } }).formData();
    const payload = form.get('payload_json');
    const files = [...form.values()].filter((value) => value instanceof File);
    return {
      json: JSON.parse(typeof payload === 'string' ? payload : '{}') as unknown,
      files: await Promise.all(
        files.map(async (file) => ({
          name: file.name,
          type: file.type,
          bytes: new Uint8Array(await file.arrayBuffer()),
        })),
      ),
    };
  }
  if (!type.startsWith('application/json'))
    world.violations.push(`${request.method} ${request.url}: a body that is not JSON`);
  return { json: JSON.parse(Buffer.concat(bytes).toString()) as unknown, files: [] };
}

function matching(
  routes: readonly Route[],
  method: string,
  path: string,
): [Route | undefined, Readonly<Record<string, string>>] {
  for (const route of routes) {
    const pattern = route.path.replaceAll(/\{(\w+)\}/gu, '(?<$1>[^/]+)');
    const match = new RegExp(`^${pattern}$`, 'u').exec(path);
    if (match && route.method === method) return [route, { ...match.groups }];
  }
  return [undefined, {}];
}
