import type { ReviewOrder } from '../../../bindings/api/ReviewOrder';
import type { ReviewPreview } from '../../../bindings/api/ReviewPreview';
import { asFailure, platform, type Failure } from '../../../platform';

/** Reads how one record of an order would go. Only the answer to the last question counts. */
export class PreviewWork {
  shown = $state.raw<ReviewPreview | null>(null);
  failure = $state.raw<Failure | null>(null);
  #asked = 0;

  async read(order: ReviewOrder, record: string): Promise<void> {
    this.#asked += 1;
    const mine = this.#asked;
    const answer = await platform()
      .review.preview(order, record)
      .then((shown) => ({ shown, failure: null }))
      .catch((thrown) => ({ shown: null, failure: asFailure(thrown) }));
    if (mine === this.#asked) Object.assign(this, answer);
  }
}
