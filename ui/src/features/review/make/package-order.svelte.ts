import type { AudienceShown } from '../../../bindings/api/AudienceShown';
import type { ReviewOrder } from '../../../bindings/api/ReviewOrder';
import type { PassageDecision } from '../../../bindings/records/PassageDecision';
import type { Profile } from '../../../bindings/records/Profile';
import { FileOrder, REVIEW } from '../../bundle';
import { isSamePlace } from '../preview/places';
import { missingIn, type Missing } from './missing';
import { DEFAULT_PROFILE } from './profile';
import { ReviewPlanning } from './review-planning.svelte';

/** The pages on which it is filled in. */
export const STEPS = ['who', 'contents', 'reading', 'write'] as const;

/** A review package that is being put together: for whom and what, with what in it, how that reads, and where it goes. */
export class PackageOrder extends FileOrder {
  step = $state(0);
  audience = $state('');
  purpose = $state('legal');
  chosen = $state<string[]>([]);
  /** Records of attachments, which go only when they are chosen. */
  attachments = $state<string[]>([]);
  profile = $state<Profile>({ ...DEFAULT_PROFILE });
  decisions = $state.raw<PassageDecision[]>([]);
  /** Keys of the conditions that were accepted. */
  accepted = $state<string[]>([]);
  /** The record whose preview is shown. */
  shown = $state('');
  /** The audiences that something was prepared for. */
  audiences = $state.raw<AudienceShown[]>([]);
  readonly planning = new ReviewPlanning();
  /** What the profile and the accepted conditions are for. */
  #settled = { audience: '', purpose: '' };

  constructor(records: string[]) {
    super(REVIEW);
    this.chosen = [...records];
  }

  get records(): string[] {
    return [...new Set([...this.chosen, ...this.attachments])];
  }

  /** What is still to be said before one can go on from this step. */
  get missing(): Missing {
    const found = STEPS.slice(0, this.step + 1).map((step) => missingIn(this, step));
    return found.find((one) => one !== null) ?? null;
  }

  next(): void {
    if (this.missing) return;
    if (this.step === 0) this.#settle();
    this.step = Math.min(this.step + 1, STEPS.length - 1);
  }

  back(): void {
    this.step = Math.max(this.step - 1, 0);
  }

  goTo(step: (typeof STEPS)[number]): void {
    this.step = STEPS.indexOf(step);
  }

  decide(decision: PassageDecision): void {
    this.decisions = [...this.decisions.filter((one) => !isSamePlace(one, decision)), decision];
  }

  undo(place: Omit<PassageDecision, 'choice'>): void {
    this.decisions = this.decisions.filter((one) => !isSamePlace(one, place));
  }

  leaveOut(ids: string[]): void {
    this.chosen = this.chosen.filter((id) => !ids.includes(id));
    this.attachments = this.attachments.filter((id) => !ids.includes(id));
  }

  /** Everything but the conditions, on which the plan does not depend. */
  wanted(): ReviewOrder {
    const { records, purpose, profile, decisions } = this;
    const audience = this.audience.trim();
    return { records, purpose, audience, profile: { ...profile }, decisions, conditions: [] };
  }

  filled(): ReviewOrder {
    return { ...this.wanted(), conditions: [...this.accepted] };
  }

  override async done(): Promise<void> {
    await super.done();
    this.decisions = [];
    this.accepted = [];
    this.step = 0;
  }

  /** Another audience has a profile of its own, and another purpose other conditions. */
  #settle(): void {
    const { purpose } = this;
    const audience = this.audience.trim();
    const before = this.#settled;
    if (audience === before.audience && purpose === before.purpose) return;
    this.#settled = { audience, purpose };
    this.accepted = [];
    if (audience === before.audience) return;
    const known = this.audiences.find(({ name }) => name === audience);
    this.profile = { ...(known?.profile ?? DEFAULT_PROFILE) };
  }
}
