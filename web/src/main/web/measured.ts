import { LitElement } from 'lit';

/** A part of a page that draws itself as wide as there is room, in the page's own styles. */
export class Measured extends LitElement {
  static override properties: Record<string, object> = { width: { state: true } };

  declare width: number;
  private observer: ResizeObserver | null = null;

  constructor() {
    super();
    this.width = 640;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer = new ResizeObserver((entries) => {
      const width = Math.round(entries[0]?.contentRect.width ?? 0);
      if (width > 0) {
        this.width = width;
      }
    });
    this.observer.observe(this);
  }

  override disconnectedCallback(): void {
    this.observer?.disconnect();
    super.disconnectedCallback();
  }
}
