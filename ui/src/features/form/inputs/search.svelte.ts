import { t } from '../../../i18n';
import { platform } from '../../../platform';
import { learn } from '../titles.svelte';
import type { Offer } from './offer';

const WAIT = 60;
const MOST = 8;
const LOOKED_AT = 30;

const plain = (text: string) => text.normalize('NFC').toLocaleLowerCase();
const isCalled = (offer: Offer, typed: string) => plain(offer.label).includes(plain(typed));

export interface FoundOffer extends Offer {
  kind: string;
}

/** Looks for records while somebody types: those changed last before anything is typed. */
export class RecordSearch {
  offers = $state.raw<FoundOffer[]>([]);
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts what was asked: an answer to an older question is dropped. */
  #turn = 0;

  constructor(
    readonly kind: () => string | null,
    /** Not offered: the record itself, those that are chosen already. */
    readonly without: () => (string | null)[] = () => [],
  ) {}

  ask(typed: string): void {
    clearTimeout(this.#timer);
    this.#turn += 1;
    // What was offered for fewer letters must not be chosen by a quick Enter.
    if (typed) this.offers = this.offers.filter((offer) => isCalled(offer, typed));
    this.#timer = setTimeout(() => void this.#find(typed.trim()), typed ? WAIT : 0);
  }

  async #find(query: string): Promise<void> {
    const kind = this.kind();
    const turn = this.#turn;
    try {
      const { record } = platform();
      const limit = LOOKED_AT + this.without().length;
      const lines = query
        ? (await record.find({ query, limit, places: 0, ...(kind ? { kind } : {}) })).hits
        : (await record.page({ limit, ...(kind ? { kind } : {}) })).records;
      if (turn !== this.#turn) return;
      lines.forEach(learn);
      this.offers = lines
        .filter((line) => !this.without().includes(line.id) && line.kind !== 'attachment')
        .map(({ id, kind, title }) => {
          return { value: id, label: title || t('form-untitled'), note: t(`kind-${kind}`), kind };
        })
        // A match in the title comes before one in the text.
        .toSorted((a, b) => Number(isCalled(b, query)) - Number(isCalled(a, query)))
        .slice(0, MOST);
    } catch {
      // Nothing can be offered: words can be written all the same.
      if (turn === this.#turn) this.offers = [];
    }
  }
}
