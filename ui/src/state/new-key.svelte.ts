import type { InterruptedRekey } from '../bindings/api/InterruptedRekey';

/** Why a new key is offered: the words were used, or making one was interrupted. */
export type KeyOffer = 'recovered' | InterruptedRekey;

let current = $state.raw<KeyOffer | null>(null);

export function keyOffer(): KeyOffer | null {
  return current;
}

/** Offers a new key, or ends the offer. */
export function offerKey(offer: KeyOffer | null): void {
  current = offer;
}
