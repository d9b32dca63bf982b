import type { Conflict } from '../../bindings/api/Conflict';
import { isEmpty, isObject } from '../reading';
import { onlyChanged } from './ancestor';
import { settle, type Answer, type Answers } from './settle';
import { overlay, questionsIn, type Node, type Question } from './tree';

/** A conflict that a person is settling. */
export class Settling {
  readonly node: Node;
  readonly questions: Question[];
  /** Of each question, the only side that changed it since the sides parted. */
  readonly changedBy: Record<string, number> = {};
  answers = $state.raw<Answers>({});

  constructor(
    readonly conflict: Conflict,
    ancestor: unknown,
  ) {
    const said = conflict.sides.map((side) => (isObject(side.record) ? side.record : {}));
    this.node = overlay(conflict.sides[0]?.kind ?? '', said);
    this.questions = questionsIn(this.node);
    const offered: Answers = {};
    for (const question of this.questions) {
      const side = onlyChanged(question, ancestor);
      if (side === undefined) continue;
      this.changedBy[question.key] = side;
      // What was told is never put together by a machine, and nothing goes away without a person's choice.
      const isKept = !isEmpty(question.values[side]);
      if (isKept && question.members[0] !== 'narrative') offered[question.key] = { take: side };
    }
    this.answers = offered;
  }

  get answered(): number {
    return this.questions.filter(({ key }) => this.answers[key]).length;
  }

  get isReady(): boolean {
    return this.answered === this.questions.length;
  }

  answer(question: Question, answer: Answer): void {
    this.answers = { ...this.answers, [question.key]: answer };
  }

  /** Takes one side wherever nothing was chosen yet. */
  takeRest(side: number): void {
    const rest = this.questions.filter(({ key }) => !this.answers[key]);
    this.answers = { ...this.answers, ...Object.fromEntries(rest.map(({ key }) => [key, { take: side }])) };
  }

  /** The record as it would be saved; `unsaid` stands where nothing was chosen yet. */
  record(unsaid?: (question: Question) => unknown): unknown {
    return settle(this.node, this.answers, unsaid);
  }
}
