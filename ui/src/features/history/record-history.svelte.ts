import { asFailure, platform, type Failure } from '../../platform';
import { linksIn, titlesOf, type Titles } from '../reading';
import { newestFirst, type Past } from './past';

/** The history of one record, with the titles of what it links to. */
export class RecordHistory {
  /** Newest first. */
  all = $state.raw<Past[]>([]);
  titles = $state.raw<Titles>({});
  failure = $state.raw<Failure | null>(null);

  constructor(readonly id: string) {}

  get title(): string {
    return this.titles[this.id] ?? '';
  }

  get isConflict(): boolean {
    return this.all.filter((one) => one.isHead).length > 1;
  }

  /** False if that failed. */
  async read(): Promise<boolean> {
    try {
      const { revisions } = await platform().record.history(this.id);
      this.titles = await titlesOf([this.id, ...revisions.flatMap((one) => linksIn(one.record))]);
      this.all = newestFirst(revisions);
      this.failure = null;
      return true;
    } catch (thrown) {
      this.failure = asFailure(thrown);
      return false;
    }
  }
}
