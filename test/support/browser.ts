/**
 * Chromium without a window, spoken to by its devtools protocol over two pipes: enough to open a file, ask a question of
 * it, and hear what it asked of the network. `CHROMIUM` names the program; else the usual names are tried.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** The program to run; null where there is none. */
export function chromiumPath(): string | null {
  const named = process.env['CHROMIUM'];
  const all = named === undefined || named === '' ? names : [named];
  return all.find((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0) ?? null;
}

const messageSchema = z.looseObject({
  id: z.number().optional(),
  method: z.string().optional(),
  params: z.looseObject({}).optional(),
  result: z.looseObject({}).optional(),
  error: z.looseObject({ message: z.string() }).optional(),
});
type Message = z.infer<typeof messageSchema>;

interface Viewport {
  readonly width: number;
  readonly height: number;
}

/** What a page did by itself while it was opened. */
export interface Opened {
  /** Errors and warnings of the console, exceptions, refusals of its policy. */
  readonly complaints: readonly string[];
  /** Addresses asked for, beside the file itself. */
  readonly requests: readonly string[];
}

export class Browser {
  readonly #process: ChildProcess;
  readonly #input: Writable;
  readonly #profile: string;
  readonly #waiting = new Map<number, { resolve: (result: object) => void; reject: (error: Error) => void }>();
  #heard: Message[] = [];
  #last = 0;
  #session: string | null = null;

  private constructor(program: string) {
    this.#profile = mkdtempSync(join(tmpdir(), 'chromium-'));
    this.#process = spawn(
      program,
      [
        ...['--headless', '--no-sandbox', '--disable-gpu', '--remote-debugging-pipe', '--no-first-run'],
        ...['--disable-dev-shm-usage', '--hide-scrollbars', `--user-data-dir=${this.#profile}`, 'about:blank'],
      ],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
    );
    const [, , , input, output] = this.#process.stdio;
    if (!(input instanceof Writable) || !(output instanceof Readable)) throw new Error('no pipes to the browser');
    this.#input = input;
    this.#listen(output);
  }

  static async start(program: string): Promise<Browser> {
    const browser = new Browser(program);
    const { targetId } = z
      .looseObject({ targetId: z.string() })
      .parse(await browser.#send('Target.createTarget', { url: 'about:blank' }));
    const attached = await browser.#send('Target.attachToTarget', { targetId, flatten: true });
    browser.#session = z.looseObject({ sessionId: z.string() }).parse(attached).sessionId;
    for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await browser.#send(`${domain}.enable`, {});
    return browser;
  }

  /** Opens a file in a window of this size and waits until it is loaded. */
  async open(path: string, { width, height }: Viewport): Promise<Opened> {
    await this.#send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: 1,
      mobile: width < 600,
    });
    this.#heard = [];
    const url = pathToFileURL(path).href;
    await this.#send('Page.navigate', { url });
    while (!this.#heard.some(({ method }) => method === 'Page.loadEventFired')) await pause();
    await pause();
    const asked = this.#heard.filter(({ method }) => method === 'Network.requestWillBeSent');
    const requestSchema = z.looseObject({ request: z.looseObject({ url: z.string() }) });
    return {
      complaints: this.#heard.filter(isComplaint).map((message) => JSON.stringify(message.params)),
      requests: asked.map(({ params }) => requestSchema.parse(params).request.url).filter((address) => address !== url),
    };
  }

  /** The value of an expression of the page. */
  async ask(expression: string): Promise<unknown> {
    const answer = await this.#send('Runtime.evaluate', { expression, returnByValue: true });
    const schema = z.looseObject({
      result: z.looseObject({ value: z.unknown().optional() }),
      exceptionDetails: z.unknown().optional(),
    });
    const { result, exceptionDetails } = schema.parse(answer);
    if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
    return result.value;
  }

  /** What the window shows, as a picture. */
  async screenshot(): Promise<Buffer> {
    const answer = await this.#send('Page.captureScreenshot', { format: 'png', captureBeyondViewport: false });
    return bytesOf(answer);
  }

  /** The page as it would be printed. */
  async pdf(): Promise<Buffer> {
    return bytesOf(await this.#send('Page.printToPDF', { preferCSSPageSize: true, printBackground: false }));
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill();
    await ended;
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }

  #send(method: string, params: object): Promise<object> {
    this.#last += 1;
    const id = this.#last;
    const session = this.#session === null ? {} : { sessionId: this.#session };
    this.#input.write(`${JSON.stringify({ id, method, params, ...session })}\0`);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  /** Messages end with a zero byte. */
  #listen(output: Readable): void {
    let rest = '';
    output.setEncoding('utf8');
    output.on('data', (piece: string) => {
      const texts = `${rest}${piece}`.split('\0');
      rest = texts.pop() ?? '';
      for (const text of texts) this.#take(messageSchema.parse(JSON.parse(text)));
    });
  }

  #take(message: Message): void {
    const { id, error, result } = message;
    if (id === undefined) {
      this.#heard.push(message);
      return;
    }
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(result ?? {});
  }
}

function isComplaint({ method, params }: Message): boolean {
  if (method === 'Runtime.exceptionThrown') return true;
  if (method === 'Runtime.consoleAPICalled') return true;
  return method === 'Log.entryAdded' && params !== undefined;
}

function bytesOf(answer: object): Buffer {
  return Buffer.from(z.looseObject({ data: z.string() }).parse(answer).data, 'base64');
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}
