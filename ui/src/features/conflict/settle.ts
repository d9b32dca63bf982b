import { isEmpty } from '../reading';
import { mergeOrder } from './order';
import { union } from './same';
import type { Node, Question } from './tree';

/** How a question was answered: one side, all of them, or in words of one's own. */
export type Answer = { take: number } | { take: 'both' } | { take: 'hand'; value: unknown };

export type Answers = Record<string, Answer>;

/** What stands between two texts that both stay: sentences follow each other, short words do not run together. */
function between(question: Question): string {
  if (question.members[0] === 'narrative') return ' ';
  const isLong = question.values.some((text) => typeof text === 'string' && /[\n.!?。]|.{60}/.test(text));
  return isLong ? '\n' : ' / ';
}

/** What an answer comes to; undefined where nothing is to stand there. */
export function valueOf(question: Question, answer: Answer): unknown {
  if (answer.take === 'hand') return answer.value;
  if (answer.take !== 'both') return question.values[answer.take];
  const held = question.values.filter((value) => !isEmpty(value));
  if (held.every((value) => Array.isArray(value))) return union(held);
  if (held.every((value) => typeof value === 'string')) return union([held]).join(between(question));
  return held[0];
}

/** The record that the answers give. `unsaid` stands where a question is open. */
export function settle(node: Node, answers: Answers, unsaid?: (question: Question) => unknown): unknown {
  if (node.is === 'same') return node.value;
  if (node.is === 'question') {
    const answer = answers[node.question.key];
    return answer ? valueOf(node.question, answer) : unsaid?.(node.question);
  }
  if (node.is === 'object') {
    const said = node.members.map(({ member, node: inner }) => [member, settle(inner, answers, unsaid)]);
    return Object.fromEntries(said.filter(([, value]) => value !== undefined));
  }
  const order = node.order && answers[node.order.key];
  const base = order && typeof order.take === 'number' ? order.take : 0;
  const items = mergeOrder(node.lists, base).map((id) => {
    const item = node.items.get(id);
    return item && settle(item, answers, unsaid);
  });
  return items.filter((item) => item !== undefined);
}
