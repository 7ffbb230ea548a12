import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { channelDetails, userObject, type World } from './world.ts';

export interface Gateway {
  /** How many connections identified or resumed with success. */
  readonly identified: () => number;
  /** `[id, count]` of each connection that identified, in that order. */
  readonly shards: () => readonly Shard[];
  readonly resumed: () => number;
  readonly connected: () => number;
  /** Closes each coming IDENTIFY with this code instead of answering it. */
  refuseIdentify(code: number): void;
  readonly dispatch: (event: string, data: object) => void;
  /** Ends the TCP connections without a word. */
  cut(): void;
  closeAll(code: number): void;
  /** Tells everybody to reconnect (op 7). */
  askToReconnect(): void;
  stop(): void;
}

type Shard = readonly [id: number, count: number];

interface Session {
  readonly id: string;
  readonly shard: Shard;
  socket: WebSocket | undefined;
  sequence: number;
  /** Kept for those who resume. */
  readonly events: Payload[];
}

interface Payload {
  readonly op: number;
  readonly d: unknown;
  readonly s?: number;
  readonly t?: string;
}

const op = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  resume: 6,
  reconnect: 7,
  invalidSession: 9,
  hello: 10,
  ack: 11,
};
/** Server members, presences and message content, which an operator must allow first. */
const privileged = (1 << 1) | (1 << 8) | (1 << 15);
const intentsInUse = (1 << 26) - 1;

interface State {
  readonly world: World;
  readonly sessions: Map<string, Session>;
  identified: number;
  resumed: number;
  /** When a shard of each rate-limit bucket identified last. */
  readonly identifiedAt: Map<number, number>;
  /** Closes each IDENTIFY. */
  refusal?: number;
}

/** Discord's gateway (topics/gateway): JSON, no compression; each shard hears of its own servers alone. */
export function gateway(server: Server, world: World, heartbeatMs: number): Gateway {
  const sockets = new WebSocketServer({ server, path: '/gateway', maxPayload: 1 << 20 });
  const state: State = { world, sessions: new Map(), identifiedAt: new Map(), identified: 0, resumed: 0 };
  sockets.on('connection', (socket, request) => {
    const query = new URL(request.url ?? '', 'ws://fake').searchParams;
    if (query.get('v') !== '10') return shut(state, socket, 4012, 'Invalid API version.');
    if (query.get('encoding') !== 'json') return shut(state, socket, 4002, 'only JSON is spoken here');
    converse(state, socket, `ws://${request.headers.host}/gateway`);
    write(socket, { op: op.hello, d: { heartbeat_interval: heartbeatMs } });
  });
  const everybody = (tell: (socket: WebSocket) => void) => sockets.clients.forEach(tell);
  return {
    identified: () => state.identified,
    shards: () => [...state.sessions.values()].map(({ shard }) => shard),
    resumed: () => state.resumed,
    connected: () => sockets.clients.size,
    refuseIdentify(code) {
      state.refusal = code;
    },
    dispatch(event, data) {
      const { guild_id: guild } = data as { readonly guild_id?: string };
      const session = [...state.sessions.values()].findLast(({ shard }) => carries(shard, guild));
      if (!session) throw new Error('nobody who carries this server has identified yet');
      emit(session, event, data);
    },
    cut: () => everybody((socket) => socket.terminate()),
    closeAll: (code) => everybody((socket) => socket.close(code)),
    askToReconnect: () => everybody((socket) => write(socket, { op: op.reconnect, d: null })),
    stop() {
      everybody((socket) => socket.terminate());
      sockets.close();
    },
  };
}

/** One connection, from the first word of the client to its end. */
function converse(state: State, socket: WebSocket, url: string): void {
  let session: Session | undefined;
  let events = 0;
  socket.on('close', () => {
    if (session?.socket === socket) session.socket = undefined;
  });
  socket.on('message', (data: Buffer) => {
    if (data.length > 4_096) return shut(state, socket, 4002, `a payload of ${data.length} bytes`);
    if (++events > 120) return shut(state, socket, 4008, 'more than 120 events a minute');
    const payload = JSON.parse(data.toString()) as Payload;
    const d = (payload.d ?? {}) as Record<string, unknown>;
    if (payload.op === op.heartbeat) return write(socket, { op: op.ack, d: null });
    const isFirst = payload.op === op.identify || payload.op === op.resume;
    if (isFirst && session) return shut(state, socket, 4005, 'Already authenticated.');
    if (payload.op === op.identify) session = identify(state, socket, d, url);
    else if (payload.op === op.resume) session = resume(state, socket, d);
    else if (session) shut(state, socket, 4001, `a slash-command bot has no need of op ${payload.op}`);
    else shut(state, socket, 4003, 'Not authenticated.');
  });
}

type Details = Readonly<Record<string, unknown>>;

function identify(state: State, socket: WebSocket, d: Details, url: string): Session | undefined {
  const { world } = state;
  if (state.refusal !== undefined || d['token'] !== world.token) {
    socket.close(state.refusal ?? 4004);
    return undefined;
  }
  const intents = Number(d['intents']);
  const [id = 0, count = 0] = (d['shard'] ?? [0, 1]) as readonly number[];
  if (!Number.isInteger(intents) || intents > intentsInUse) shut(state, socket, 4013, 'Invalid intent(s).');
  else if (intents & privileged) shut(state, socket, 4014, 'Disallowed intent(s).');
  else if (!d['properties']) shut(state, socket, 4002, 'IDENTIFY without properties');
  else if (!(count > 0 && id >= 0 && id < count)) shut(state, socket, 4010, 'Invalid shard.');
  else if (isHasty(state, [id, count])) write(socket, { op: op.invalidSession, d: false });
  else {
    const session: Session = { id: world.snowflake(), shard: [id, count], socket, sequence: 0, events: [] };
    state.sessions.set(session.id, session);
    state.identified++;
    emit(session, 'READY', readyObject(world, session, url));
    if (carries(session.shard, world.guild)) emit(session, 'GUILD_CREATE', guildObject(world));
    return session;
  }
  return undefined;
}

/** Direct messages go to the first shard (topics/gateway#sharding). */
const carries = ([id, count]: Shard, guild: string | undefined): boolean =>
  id === (guild === undefined ? 0 : Number((BigInt(guild) >> 22n) % BigInt(count)));

/**
 * Of each bucket one shard may identify in five seconds (topics/gateway#rate-limiting). Of a bot with one connection
 * only its own repetitions could offend, and tests restart bots faster than people do.
 */
function isHasty({ world, identifiedAt }: State, [id, count]: Shard): boolean {
  const bucket = id % world.standing.maxConcurrency;
  const before = identifiedAt.get(bucket);
  identifiedAt.set(bucket, performance.now());
  // Half a second for what the network and a busy machine take.
  if (count === 1 || before === undefined || performance.now() - before > 4_500) return false;
  world.violations.push(`shard ${id} identified ${Math.round(performance.now() - before)} ms after another`);
  return true;
}

function resume(state: State, socket: WebSocket, d: Details): Session | undefined {
  const session = state.sessions.get(String(d['session_id']));
  if (!session || d['token'] !== state.world.token) {
    write(socket, { op: op.invalidSession, d: false });
    return undefined;
  }
  session.socket = socket;
  state.resumed++;
  for (const event of session.events) if ((event.s ?? 0) > Number(d['seq'])) write(socket, event);
  emit(session, 'RESUMED', {});
  return session;
}

function emit(session: Session, t: string, d: object): void {
  const payload = { op: op.dispatch, t, d, s: ++session.sequence };
  session.events.push(payload);
  if (session.socket) write(session.socket, payload);
}

function shut({ world }: State, socket: WebSocket, code: number, problem: string): void {
  world.violations.push(`gateway ${code}: ${problem}`);
  socket.close(code, problem);
}

const write = (socket: WebSocket, payload: Payload) =>
  socket.send(JSON.stringify({ s: null, t: null, ...payload }));

const readyObject = (world: World, { id, shard }: Session, resumeUrl: string) => ({
  v: 10,
  user: userObject(world.application, true),
  guilds: carries(shard, world.guild) ? [{ id: world.guild, unavailable: true }] : [],
  session_id: id,
  resume_gateway_url: resumeUrl,
  shard,
  application: { id: world.application, flags: 0 },
});

/** What every server brings along with GUILD_CREATE, empty. */
export const emptyGuild = {
  features: [],
  roles: [],
  emojis: [],
  stickers: [],
  members: [],
  presences: [],
  voice_states: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
  threads: [],
};

const guildObject = (world: World) => ({
  ...emptyGuild,
  id: world.guild,
  name: 'A server',
  owner_id: world.snowflake(),
  member_count: 2,
  joined_at: new Date(0).toISOString(),
  large: false,
  channels: [...world.channels.values()]
    .filter(({ guild, type }) => guild === world.guild && type !== 11)
    .map((channel) => ({
      id: channel.id,
      type: channel.type,
      name: `channel-${channel.id}`,
      position: 0,
      permission_overwrites: [],
      ...channelDetails(channel),
    })),
});
