import type { ReviewOrder } from '../../../bindings/api/ReviewOrder';
import type { ReviewPlan } from '../../../bindings/api/ReviewPlan';
import { asFailure, newWatch, platform, type Failure, type Progress, type Watch } from '../../../platform';

/** Asks what an order would give. Only the answer to the last question counts. */
export class ReviewPlanning {
  /** What the package would hold; null until the core was asked. An older one stays while another is asked for. */
  plan = $state.raw<ReviewPlan | null>(null);
  /** Why the core refuses to plan it. */
  refusal = $state.raw<Failure | null>(null);
  /** The plan is that of the order as it is now. */
  isCurrent = $state(false);
  progress = $state.raw<Progress>({ done: 0, total: 0 });
  #watch: Watch | null = null;
  #asked = 0;

  /** The order changed: what is known is that of another. */
  expect(): void {
    this.#asked += 1;
    this.isCurrent = false;
    if (this.#watch) void platform().operation.cancel(this.#watch.operation);
    this.#watch = null;
  }

  forget(): void {
    this.expect();
    this.plan = null;
    this.refusal = null;
  }

  async ask(order: ReviewOrder): Promise<void> {
    this.expect();
    const mine = this.#asked;
    this.progress = { done: 0, total: 0 };
    const watch = newWatch((progress) => {
      if (mine === this.#asked) this.progress = progress;
    });
    this.#watch = watch;
    const answer = await platform()
      .review.plan(order, watch)
      .then((plan) => ({ plan, refusal: null }))
      .catch((thrown) => ({ plan: null, refusal: asFailure(thrown) }));
    if (mine !== this.#asked) return;
    this.#watch = null;
    Object.assign(this, answer, { isCurrent: true });
  }
}
