/** jsdom lays nothing out. Lists ask how large things are; the answer is: rows of 60, anything else 600 high. */
export class PretendedSizes implements ResizeObserver {
  readonly #callback: ResizeObserverCallback;

  constructor(callback: ResizeObserverCallback) {
    this.#callback = callback;
  }

  observe(target: Element): void {
    const height = target.tagName === 'LI' ? 60 : 600;
    const contentRect = { width: 272, height } as DOMRectReadOnly;
    queueMicrotask(() => this.#callback([{ target, contentRect } as ResizeObserverEntry], this));
  }

  unobserve(): void {}
  disconnect(): void {}
}
