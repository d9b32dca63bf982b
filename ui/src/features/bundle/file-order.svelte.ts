import { nextPath, offeredName, offeredPath } from './offered';

/** An encrypted file that is being put together: where it goes, and the passphrase that it may have. */
export class FileOrder {
  passphrase = $state('');
  path = $state('');
  /** Where the last one went. */
  written = $state('');

  /** `ending`: of the file, without a dot. */
  constructor(ending: string) {
    this.path = offeredPath(offeredName(ending));
  }

  /** It was written: the passphrase is forgotten, and the next one gets another name. */
  done(): void {
    this.written = this.path.trim();
    this.passphrase = '';
    this.nextName();
  }

  nextName(): void {
    this.path = nextPath(this.path.trim());
  }
}
