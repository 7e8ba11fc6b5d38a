import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Payload } from './payload.js';
import { WebSocketServer, type WebSocket } from 'ws';

/**
 * A Discord on the loopback: the gateway and the few REST routes that a bot of slash commands needs, enough for the real
 * discord.js client to connect, identify, resume and answer. It records every request with its time and can be told to
 * misbehave.
 */

export const APPLICATION_ID = '900000000000000001';
export const BOT_ID = '900000000000000002';
export const TOKEN = 'loopback-token';

export interface Recorded {
  readonly method: string;
  /** Path below `/api/v10`, without the query. */
  readonly path: string;
  /** JSON as it came in; an empty object where there was none. */
  readonly body: Payload;
  /** Uploaded files by name. */
  readonly files: ReadonlyMap<string, string>;
  readonly authorization: string | undefined;
  /** `performance.now()` on arrival. */
  readonly at: number;
}

/** What to answer instead of the usual; `hang` never answers. */
export interface Fault {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly hang?: boolean;
}

interface Session {
  readonly id: string;
  readonly events: { s: number; t: string; d: unknown }[];
}

export class LoopbackDiscord {
  readonly requests: Recorded[] = [];
  /** Gateway payloads that the client sent, by opcode. */
  readonly received: { op: number; d: unknown }[] = [];
  commands: Record<string, unknown>[] = [];
  readonly #http = createServer((request, response) => void this.#serve(request, response));
  readonly #gateway = new WebSocketServer({ server: this.#http });
  readonly #sessions = new Map<string, Session>();
  readonly #waiting = new Set<() => void>();
  readonly #open = new Set<ServerResponse>();
  #faults: { matches: (request: Recorded) => boolean; fault: Fault; left: number }[] = [];
  #session: Session | undefined;
  #socket: WebSocket | undefined;
  #sequence = 0;

  private constructor(private readonly heartbeatInterval: number) {
    this.#gateway.on('connection', (socket) => this.#greet(socket));
  }

  static async start({ heartbeatInterval = 41_250 } = {}): Promise<LoopbackDiscord> {
    const discord = new LoopbackDiscord(heartbeatInterval);
    discord.#http.listen(0, '127.0.0.1');
    await once(discord.#http, 'listening');
    return discord;
  }

  get port(): number {
    return (this.#http.address() as AddressInfo).port;
  }

  /** Value for DISCORD_API. */
  get api(): string {
    return `http://127.0.0.1:${this.port}/api`;
  }

  async stop(): Promise<void> {
    for (const socket of this.#gateway.clients) socket.terminate();
    this.#gateway.close();
    for (const response of this.#open) response.destroy();
    this.#http.closeAllConnections();
    this.#http.close();
    await once(this.#http, 'close');
  }

  /** Lets the next `times` requests that match fail so. */
  fail(matches: (request: Recorded) => boolean, fault: Fault, times = 1): void {
    this.#faults.push({ matches, fault, left: times });
  }

  forgetFaults(): void {
    this.#faults = [];
  }

  /** Sends an event to the bot; while it is away, the event waits for its resume. */
  dispatch(t: string, d: unknown): void {
    const event = { s: ++this.#sequence, t, d };
    this.#session?.events.push(event);
    // Enough to replay what a short cut missed.
    if (this.#session && this.#session.events.length > 100) this.#session.events.shift();
    this.#send(0, d, event);
  }

  /** Cuts the gateway connection. 4000 and the like are resumed; 4004 is final. */
  cut(code = 4000): void {
    this.#socket?.close(code);
  }

  get connected(): boolean {
    return this.#socket?.readyState === 1;
  }

  /** The first thing `find` gives, at once or as soon as a request comes in; fails after `timeout` ms. */
  async until<T>(find: () => T | undefined | false, what: string, timeout = 5000): Promise<T> {
    const found = find();
    if (found !== undefined && found !== false) return found;
    return new Promise<T>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(look);
        reject(new Error(`not within ${timeout} ms: ${what}`));
      }, timeout);
      const look = (): void => {
        const value = find();
        if (value === undefined || value === false) return;
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve(value);
      };
      this.#waiting.add(look);
    });
  }

  /** The callback to an interaction. */
  callback(id: string, timeout?: number): Promise<Recorded> {
    const path = `/interactions/${id}/`;
    return this.until(
      () => this.requests.find((request) => request.path.startsWith(path)),
      `callback to ${id}`,
      timeout,
    );
  }

  /** What an interaction was answered with in the end: the callback, or what followed a mere announcement. */
  async answer(id: string): Promise<Recorded> {
    const callback = await this.callback(id);
    if (callback.body.type !== 5 && callback.body.type !== 6) return { ...callback, body: callback.body };
    const token = callback.path.split('/')[3] ?? '';
    const isLater = ({ method, path }: Recorded): boolean =>
      method !== 'DELETE' && path.startsWith(`/webhooks/`) && path.includes(token);
    const later = await this.until(() => this.requests.find(isLater), `announced answer to ${id}`);
    // As the callback would have said it, had there been no announcement.
    return {
      ...later,
      body: {
        type: callback.body.type === 5 ? 4 : 7,
        data: { ...later.body, flags: (later.body.flags ?? 0) | (callback.body.data?.flags ?? 0) },
      },
    };
  }

  #changed(): void {
    for (const look of [...this.#waiting]) look();
  }

  #send(op: number, d: unknown, event?: { s: number; t: string }): void {
    if (this.#socket?.readyState === 1)
      this.#socket.send(JSON.stringify({ op, d, s: event?.s ?? null, t: event?.t ?? null }));
  }

  #greet(socket: WebSocket): void {
    this.#socket = socket;
    socket.on('message', (data: Buffer) => this.#hear(JSON.parse(data.toString()) as { op: number; d: never }));
    this.#send(10, { heartbeat_interval: this.heartbeatInterval });
  }

  #hear(payload: { op: number; d: { session_id?: string; seq?: number } & Record<string, unknown> }): void {
    this.received.push(payload);
    if (payload.op === 1) this.#send(11, null);
    if (payload.op === 2) this.#identify();
    if (payload.op === 6) this.#resume(payload.d.session_id ?? '', payload.d.seq ?? 0);
    this.#changed();
  }

  #identify(): void {
    this.#sequence = 0;
    this.#session = { id: `session-${this.#sessions.size + 1}`, events: [] };
    this.#sessions.set(this.#session.id, this.#session);
    const ready = {
      v: 10,
      user: { id: BOT_ID, username: 'isnad', discriminator: '0', global_name: null, avatar: null, bot: true, flags: 0 },
      guilds: [],
      session_id: this.#session.id,
      resume_gateway_url: `ws://127.0.0.1:${this.port}`,
      application: { id: APPLICATION_ID, flags: 0 },
      shard: [0, 1],
    };
    this.#send(0, ready, { s: ++this.#sequence, t: 'READY' });
  }

  #resume(id: string, sequence: number): void {
    const session = this.#sessions.get(id);
    if (!session) return this.#send(9, false);
    this.#session = session;
    for (const event of session.events) if (event.s > sequence) this.#send(0, event.d, event);
    this.#send(0, null, { s: ++this.#sequence, t: 'RESUMED' });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { pathname } = new URL(request.url ?? '/', 'http://loopback');
    const recorded: Recorded = {
      method: request.method ?? '',
      path: decodeURIComponent(pathname.replace(/^\/api\/v10/, '')),
      ...(await parse(Buffer.concat(chunks), request.headers['content-type'] ?? '')),
      authorization: request.headers.authorization,
      at: performance.now(),
    };
    this.requests.push(recorded);
    const scripted = this.#faults.find(({ matches, left }) => left > 0 && matches(recorded));
    if (scripted) scripted.left--;
    if (scripted?.fault.hang) {
      this.#open.add(response);
    } else {
      const { status = 200, headers = {}, body } = scripted?.fault ?? this.#usual(recorded);
      response.writeHead(status, { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) });
      response.end(body === undefined ? undefined : JSON.stringify(body));
    }
    this.#changed();
  }

  #usual({ method, path, body }: Recorded): Fault {
    if (path === '/gateway/bot') return { body: this.#gatewayInformation() };
    if (path === '/applications/@me' || path === '/oauth2/applications/@me')
      return { body: { id: APPLICATION_ID, name: 'isnad', flags: 0 } };
    if (/^\/applications\/\d+\/(?:guilds\/\d+\/)?commands$/.test(path)) {
      if (method === 'PUT') this.commands = this.#stored(body as unknown as Record<string, unknown>[]);
      return { body: this.commands };
    }
    if (/^\/interactions\/\d+\/[^/]+\/callback$/.test(path)) return { status: 204 };
    if (/^\/webhooks\/\d+\//.test(path)) return method === 'DELETE' ? { status: 204 } : { body: this.#message() };
    if (/^\/channels\/\d+\/messages$/.test(path) && method === 'POST') return { body: this.#message() };
    return { status: 404, body: { message: '404: Not Found', code: 0 } };
  }

  /** Discord gives registered commands an id and fills in what was not said. */
  #stored(commands: readonly Record<string, unknown>[]): Record<string, unknown>[] {
    return commands.map((command, index) => ({
      id: String(910000000000000000n + BigInt(index)),
      application_id: APPLICATION_ID,
      version: '1',
      default_member_permissions: null,
      nsfw: false,
      description: '',
      name_localizations: null,
      description_localizations: null,
      ...command,
    }));
  }

  #gatewayInformation(): unknown {
    return {
      url: `ws://127.0.0.1:${this.port}`,
      shards: 1,
      session_start_limit: { total: 1000, remaining: 1000, reset_after: 86_400_000, max_concurrency: 1 },
    };
  }

  #message(): unknown {
    return { id: '920000000000000000', channel_id: '930000000000000000', content: '', components: [] };
  }
}

async function parse(data: Buffer, type: string): Promise<Pick<Recorded, 'body' | 'files'>> {
  const files = new Map<string, string>();
  if (data.length === 0) return { body: {}, files };
  if (!type.startsWith('multipart/form-data')) return { body: JSON.parse(data.toString()) as Payload, files };
  const form = await new Response(new Uint8Array(data), { headers: { 'content-type': type } }).formData();
  for (const value of form.values()) if (typeof value !== 'string') files.set(value.name, await value.text());
  const body = form.get('payload_json');
  return { body: JSON.parse(typeof body === 'string' ? body : '{}') as Payload, files };
}
