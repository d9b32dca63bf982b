import type { RecordPage } from '../../bindings/api/RecordPage';
import type { Vocabulary } from '../../bindings/records/Vocabulary';
import type { Grant, Platform } from '..';
import { Failure } from '../failure';
import { fakeDrafts } from './drafts';
import { fakeExchange } from './exchange';
import { newSecret, sameWords } from './files';
import { Grants, nameOf, type Deed } from './grants';
import { emptyVault, opened, saveRevision, type Memory } from './memory';
import { fakeRecords } from './records';
import { sampleVault } from './sample';
import { sampleFiles } from './sample-files';
import { isInConflict } from './merge';
import { addMerged } from './sample-conflict';
import { newWords, suggestion } from './words';

const lists = import.meta.glob<Vocabulary>('../../../../crates/domain/src/records/vocabularies/*.json', {
  import: 'default',
  eager: true,
});

/** A platform in memory. `?empty` in the address gives one without a vault. Its passphrase is `sample`. */
export function makeFake(): Platform & { memory: Memory; grant: (deed: Deed, path: string) => Grant } {
  const sample = sampleVault();
  const memory: Memory = {
    settings: { language: 'en', theme: 'system' },
    protection: { swap: 'encrypted', is_network_open: false, is_page_walled: true },
    vault: '/home/me/vault',
    grants: new Grants(),
    vaults: new Map([['/home/me/vault', sample]]),
    files: sampleFiles(sample),
    open: null,
    exchange: null,
    listener: null,
    chosen: [],
    cancelled: new Set(),
    pending: 0,
    begun: null,
    drawn: null,
    interrupted: null,
  };
  const isAddress = typeof location !== 'undefined';
  if (isAddress && location.search.includes('empty')) {
    memory.vaults.clear();
    memory.vault = null;
  }
  if (isAddress && location.search.includes('unprotected'))
    memory.protection = { swap: 'plain', is_network_open: true, is_page_walled: false };
  if (isAddress && location.search.includes('ko')) memory.settings.language = 'ko';
  if (isAddress && location.search.includes('arrived')) memory.exchange = '/media/stick/exchange';
  if (isAddress && location.search.includes('dark')) memory.settings.theme = 'dark';
  if (isAddress && location.search.includes('open'))
    memory.open = memory.vaults.get('/home/me/vault') ?? null;
  if (isAddress && location.search.includes('merged')) addMerged(sample);
  const vaultAt = (folder: string) => {
    const vault = memory.vaults.get(folder);
    if (!vault) throw new Failure('vault_not_found');
    return vault;
  };
  const status = () => {
    const { records, drafts, colleagues, own } = opened(memory);
    const all = [...records.values()];
    return {
      records: all.length,
      revisions: all.reduce((sum, one) => sum + one.revisions.length, 0),
      conflicts: all.filter(isInConflict).length,
      drafts: drafts.size,
      colleagues: colleagues.length,
      files: 0,
      file_bytes: 0,
      fingerprint: own.fingerprint,
      is_locked_in_memory: true,
      is_read_only: false,
      is_storage_read_only: false,
      strangers: 0,
      consent_day: new Date().toISOString().slice(0, 10),
      interrupted_rekey: memory.interrupted,
      damage: [],
    };
  };
  const records = fakeRecords(memory);
  const { grants } = memory;
  const unlock = async (at: Grant, passphrase: string, listed?: (first: RecordPage) => void) => {
    const folder = grants.hold('vault', at);
    const vault = vaultAt(folder);
    if (passphrase.trim() === '') throw new Failure('passphrase_empty');
    if (vault.passphrase !== passphrase.normalize('NFC')) throw new Failure('wrong_passphrase');
    memory.open = vault;
    memory.vault = folder;
    listed?.(await records.page({ limit: 100 }));
    return status();
  };
  const choose = async (deed: Deed) => {
    const path = memory.chosen.shift();
    return path === undefined ? null : grants.give(deed, path);
  };
  let suggested = 0;
  /** The first of these that is not there. */
  const free = (is: (path: string) => boolean, of: (number: number) => string) => {
    let number = 1;
    while (is(of(number))) number += 1;
    return of(number);
  };
  return {
    memory,
    grant: (deed, path) => grants.give(deed, path),
    app: {
      start: async () => ({
        version: '0.1.0',
        settings: memory.settings,
        vault: grants.give('vault', memory.vault ?? '/home/me/vault'),
        knows_vault: memory.vault !== null,
        opened_files: [],
        is_unlocked: memory.open !== null,
        was_vault_dropped: false,
      }),
      saveSettings: async (settings) => (memory.settings = { ...settings }),
      protection: async () => memory.protection,
      touch: async () => undefined,
      copied: async () => undefined,
      print: async () => undefined,
      notices: async (listener) => {
        memory.listener = listener ?? null;
      },
    },
    choose: {
      file: choose,
      files: async () => memory.chosen.splice(0).map((path) => grants.give('bundle', path)),
      newFile: (_name, holding) => choose(holding === 'sealed' ? 'seal' : 'write'),
      folder: choose,
      offered: async (ending) => {
        const day = new Date().toLocaleDateString('sv');
        const place = free(
          (path) => memory.files.has(path),
          (number) => `/home/me/${day}-${number}.${ending}`,
        );
        return grants.give('seal', place);
      },
      vaultPlace: async () => {
        const place = free(
          (path) => memory.vaults.has(path),
          (number) => (number === 1 ? '/home/me/vault' : `/home/me/vault-${number}`),
        );
        return grants.give('vault', place);
      },
    },
    vault: {
      look: async (at) => {
        const folder = grants.hold('vault', at);
        vaultAt(folder);
        return {
          vault: folder,
          format: 1,
          is_test: false,
          kdf_memory_kib: 262_144,
          kdf_passes: 3,
          kdf_lanes: 4,
          is_in_use: false,
        };
      },
      use: async (at) => {
        memory.vault = grants.hold('vault', at);
      },
      create: async (at, passphrase, words) => {
        const folder = grants.hold('vault', at);
        if (memory.vaults.has(folder)) throw new Failure('folder_not_empty');
        const recovery_words = newWords(words);
        const vault = emptyVault(newSecret(passphrase), recovery_words);
        memory.begun = [folder, vault];
        return { vault: folder, fingerprint: vault.own.fingerprint, recovery_words };
      },
      finishCreate: async () => {
        if (!memory.begun) throw new Failure('not_granted');
        const [folder] = memory.begun;
        memory.vaults.set(...memory.begun);
        memory.begun = null;
        memory.vault = folder;
      },
      cancelCreate: async () => {
        memory.begun = null;
      },
      unlock,
      unlockDamaged: unlock,
      checkWords: async (at, words) => {
        const vault = vaultAt(grants.hold('vault', at));
        if (vault === memory.open) throw new Failure('vault_in_use');
        sameWords(vault.words, words);
      },
      recover: async (at, words, passphrase) => {
        const vault = vaultAt(grants.hold('vault', at));
        sameWords(vault.words, words);
        vault.passphrase = newSecret(passphrase);
        return unlock(at, passphrase);
      },
      lock: async () => {
        memory.open = null;
        grants.forget();
        if (isAddress && import.meta.env.MODE === 'fake') location.reload();
      },
      status: async () => status(),
      lockAfter: async () => opened(memory).lockAfter,
      setLockAfter: async (minutes) => (opened(memory).lockAfter = minutes),
      changePassphrase: async (current, next) => {
        if (opened(memory).passphrase !== current) throw new Failure('wrong_passphrase');
        opened(memory).passphrase = newSecret(next);
        memory.drawn = null;
      },
      prepareRekey: async (current, words) => {
        if (opened(memory).passphrase !== current) throw new Failure('wrong_passphrase');
        memory.drawn = newWords(words);
        return memory.drawn;
      },
      rekey: async (watch) => {
        const { drawn } = memory;
        memory.drawn = null;
        if (drawn === null) throw new Failure('not_granted');
        for (let done = 1; done <= 3; done += 1) {
          watch.progress({ done, total: 3 });
          await Promise.resolve();
          if (memory.cancelled.has(watch.operation)) throw new Failure('cancelled');
        }
        opened(memory).words = drawn;
        memory.interrupted = null;
      },
      cancelRekey: async () => {
        memory.drawn = null;
      },
      verify: async () => ({
        ok: true,
        damage: [],
        readable_revisions: status().revisions,
        revisions: status().revisions,
        readable_files: 0,
        files: 0,
        was_not_locked: false,
        strangers: 0,
        stranger_names: [],
        unnamed_files: 0,
        forked: [],
      }),
    },
    passphrase: {
      strength: async (passphrase) => {
        const score = Math.min(4, Math.floor(new Set(passphrase).size / 3));
        return { score, is_enough: score >= 3 };
      },
      // Another one each time, as if random.
      suggest: async (words) => suggestion(words, suggested++),
    },
    record: records,
    draft: fakeDrafts(memory),
    attachment: {
      add: async (owner, file) => {
        const id = crypto.randomUUID();
        const name = grants.once('attach', file, (path) => {
          if (!memory.files.has(path)) throw new Failure('file_not_found', { file: path });
          return nameOf(path);
        });
        const line = {
          id,
          name,
          media_type: 'text/plain',
          size: 1234,
          sha256: 'c'.repeat(64),
          is_held: true,
        };
        const { attachments } = opened(memory);
        attachments.set(owner, [...(attachments.get(owner) ?? []), line]);
        const { media_type, size, sha256 } = line;
        const record = { name, media_type, size, sha256, attached_to: owner };
        return { id, revision: saveRevision(opened(memory), { id, kind: 'attachment' }, [], record) };
      },
      list: async (owner) => ({ attachments: opened(memory).attachments.get(owner) ?? [] }),
      save: async (_id, to) => {
        grants.once('write', to, (path) => {
          if (memory.files.has(path)) throw new Failure('file_exists', { file: path });
          memory.files.set(path, 'content');
        });
        return { size: 1234, sha256: 'c'.repeat(64) };
      },
      read: async () => new TextEncoder().encode('content').buffer,
    },
    vocabulary: { all: async () => Object.values(lists) },
    ...fakeExchange(memory),
    operation: {
      cancel: async (operation) => {
        memory.cancelled.add(operation);
      },
    },
  };
}
