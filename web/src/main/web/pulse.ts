import { get } from './api';

/** Whether the server is heard, and how old what is shown can be. */
export type Connection = 'connecting' | 'live' | 'halted' | 'lost';

const SILENCE_MS = 12_000;
const RETRY_MS = 2_000;

/** Listens to the book's pulse, and comes back for as long as the page is open. */
export class Pulse extends EventTarget {
  connection: Connection = 'connecting';
  position = -1;
  heardAt = Date.now();
  /** When the book was last known to be served. */
  servedAt = Date.now();
  private source: EventSource | null = null;
  private watch = 0;
  private retry = 0;

  start(): void {
    this.stop();
    this.listen();
    this.watch = window.setInterval(() => this.look(), 1_000);
  }

  stop(): void {
    window.clearInterval(this.watch);
    window.clearTimeout(this.retry);
    this.source?.close();
    this.source = null;
  }

  private listen(): void {
    this.source?.close();
    const source = new EventSource('/api/v1/pulse');
    this.source = source;
    source.addEventListener('pulse', (event) => this.beat(JSON.parse((event as MessageEvent<string>).data)));
    source.onerror = () => {
      if (source === this.source) {
        this.lose();
      }
    };
  }

  private beat(told: { position: number; condition: string }): void {
    this.heardAt = Date.now();
    const moved = told.position !== this.position;
    this.position = told.position;
    this.servedAt = told.condition === 'serving' ? this.heardAt : this.servedAt;
    this.become(told.condition === 'serving' ? 'live' : 'halted');
    if (moved) {
      this.dispatchEvent(new Event('moved'));
    }
  }

  private lose(): void {
    this.source?.close();
    this.source = null;
    this.become('lost');
    window.clearTimeout(this.retry);
    this.retry = window.setTimeout(() => this.listen(), RETRY_MS);
    // A stream does not say why it ended; a question does.
    get('/api/v1/session').catch((fault) => {
      if (fault?.status === 401) {
        this.stop();
        this.dispatchEvent(new Event('unknown'));
      }
    });
  }

  private look(): void {
    if (this.connection !== 'lost' && Date.now() - this.heardAt > SILENCE_MS) {
      this.lose();
    }
    this.dispatchEvent(new Event('tick'));
  }

  private become(next: Connection): void {
    if (this.connection !== next) {
      this.connection = next;
      this.dispatchEvent(new Event('connection'));
    }
  }
}

export const pulse = new Pulse();
