/** Browsers lose count of pixels somewhere beyond. */
const HEIGHT_MAX = 8_000_000;
/** So near to either end of a list that is higher, a pixel of the scroll bar is a pixel of the list; between them it stands for a share. */
const END = 1_000_000;
/** Further than so many screens at once goes only who drags the bar, presses Home or End, or is sent there; keys, wheel and fingers go less. */
const JUMP_SCREENS = 4;

/**
 * Which pixel of a list stands at the top of what is in sight. Up to the height a browser can count that is how far it is scrolled. Beyond, a
 * scroll bar has fewer pixels than the list: where somebody jumps, the bar says the share of the list; where somebody goes on by key, wheel or
 * finger, the list goes as many pixels as the bar, so that nothing is passed over. What the bar then stands for is no longer its share, which
 * nobody sees in the middle of so long a list; at the ends, where the bar would stop too early or too late, it is put where it belongs.
 */
export class LongList {
  /** Of the list, above what is in sight. */
  top = 0;
  private seen = 0;
  private whole = 0;
  private sight = 0;

  /** What the browser is told to be as high as. */
  get height(): number {
    return Math.min(HEIGHT_MAX, this.whole);
  }

  /**
   * @param whole pixels of all rows
   * @param sight pixels of rows that are in sight at once
   */
  resize(whole: number, sight: number): void {
    this.whole = whole;
    this.sight = sight;
  }

  /** @param bar how far the browser has scrolled */
  scrolled(bar: number): void {
    const by = bar - this.seen;
    this.top = this.isShared && Math.abs(by) <= JUMP_SCREENS * this.sight ? this.within(this.top + by) : this.topAt(bar);
    this.seen = bar;
  }

  /** At the first row again. */
  begin(): void {
    this.top = 0;
    this.seen = 0;
  }

  /** @return where the bar belongs: where it is now, unless one of both is near an end */
  bar(now: number): number {
    if (!this.isShared) {
      return now;
    }
    this.top = this.within(this.top);
    const most = this.height - this.sight;
    const belongs = carried(this.top, this.whole - this.sight, most);
    return [now, belongs].some((bar) => bar < END || bar > most - END) ? belongs : now;
  }

  /** The page has put the bar there: nobody scrolled. */
  placed(bar: number): void {
    this.seen = bar;
  }

  private get isShared(): boolean {
    return this.whole > HEIGHT_MAX;
  }

  private within(top: number): number {
    return Math.max(0, Math.min(top, this.whole - this.sight));
  }

  private topAt(bar: number): number {
    return this.isShared ? carried(bar, this.height - this.sight, this.whole - this.sight) : bar;
  }
}

/** A place of one length on another: the same at both ends, by shares between. */
function carried(at: number, most: number, to: number): number {
  if (at <= END) {
    return at;
  }
  return at >= most - END ? to - (most - at) : END + ((at - END) * (to - 2 * END)) / (most - 2 * END);
}
