import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { pulse } from './pulse';

/** Has a page ask again when the book has moved and when the server is heard again, with a rest in between. */
export class Following implements ReactiveController {
  private again = 0;
  private askedAt = 0;
  private asking = false;
  private stale = false;
  private listening = false;
  private readonly moved = () => this.soon();
  private readonly heard = () => {
    if (pulse.connection === 'live') {
      this.soon();
    }
  };

  /** @param restMs from the beginning of one question to that of the next */
  constructor(
    host: ReactiveControllerHost,
    private readonly restMs: number,
    private readonly ask: () => Promise<void> | void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.listening = true;
    pulse.addEventListener('moved', this.moved);
    pulse.addEventListener('connection', this.heard);
  }

  hostDisconnected(): void {
    this.listening = false;
    pulse.removeEventListener('moved', this.moved);
    pulse.removeEventListener('connection', this.heard);
    window.clearTimeout(this.again);
  }

  /** Asks at once. */
  async now(): Promise<void> {
    window.clearTimeout(this.again);
    this.askedAt = Date.now();
    this.asking = true;
    this.stale = false;
    try {
      await this.ask();
    } finally {
      this.asking = false;
      if (this.stale) {
        this.soon();
      }
    }
  }

  /** Asks after the rest, and not before the last question is answered. */
  soon(): void {
    window.clearTimeout(this.again);
    if (this.asking) {
      this.stale = true;
    } else if (this.listening) {
      this.again = window.setTimeout(() => void this.now(), Math.max(0, this.askedAt + this.restMs - Date.now()));
    }
  }
}
