import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { channelDetails, userObject, type World } from './world.ts';

export interface Gateway {
  /** How many connections identified or resumed with success. */
  readonly identified: () => number;
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

interface Session {
  readonly id: string;
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
  /** Closes each IDENTIFY. */
  refusal?: number;
}

/** Discord's gateway (topics/gateway): one shard, JSON, no compression. */
export function gateway(server: Server, world: World, heartbeatMs: number): Gateway {
  const sockets = new WebSocketServer({ server, path: '/gateway', maxPayload: 1 << 20 });
  const state: State = { world, sessions: new Map(), identified: 0, resumed: 0 };
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
    resumed: () => state.resumed,
    connected: () => sockets.clients.size,
    refuseIdentify(code) {
      state.refusal = code;
    },
    dispatch(event, data) {
      const session = [...state.sessions.values()].at(-1);
      if (!session) throw new Error('nobody has identified yet');
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
  if (!Number.isInteger(intents) || intents > intentsInUse) shut(state, socket, 4013, 'Invalid intent(s).');
  else if (intents & privileged) shut(state, socket, 4014, 'Disallowed intent(s).');
  else if (!d['properties']) shut(state, socket, 4002, 'IDENTIFY without properties');
  else {
    const session: Session = { id: world.snowflake(), socket, sequence: 0, events: [] };
    state.sessions.set(session.id, session);
    state.identified++;
    emit(session, 'READY', readyObject(world, session.id, url));
    emit(session, 'GUILD_CREATE', guildObject(world));
    return session;
  }
  return undefined;
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

const readyObject = (world: World, session: string, resumeUrl: string) => ({
  v: 10,
  user: userObject(world.application, true),
  guilds: [{ id: world.guild, unavailable: true }],
  session_id: session,
  resume_gateway_url: resumeUrl,
  shard: [0, 1],
  application: { id: world.application, flags: 0 },
});

const guildObject = (world: World) => ({
  id: world.guild,
  name: 'A server',
  owner_id: world.snowflake(),
  member_count: 2,
  joined_at: new Date(0).toISOString(),
  large: false,
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
  threads: [],
});
