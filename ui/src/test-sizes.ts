/** jsdom lays nothing out. Lists ask how large things are; they are told: rows of 60, anything else 600 high. */
export class PretendedSizes implements ResizeObserver {
  readonly #told: ResizeObserverCallback;

  constructor(told: ResizeObserverCallback) {
    this.#told = told;
  }

  observe(target: Element): void {
    const height = target.tagName === 'LI' ? 60 : 600;
    const contentRect = { width: 272, height } as DOMRectReadOnly;
    queueMicrotask(() => this.#told([{ target, contentRect } as ResizeObserverEntry], this));
  }

  unobserve(): void {}
  disconnect(): void {}
}
