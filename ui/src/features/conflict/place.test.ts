import { describe, expect, it } from 'vitest';
import type { ClashView } from '../../bindings/api/ClashView';
import { setLanguage } from '../../i18n';
import { editModeOf } from './edit-mode';
import { elementName, membersOf, placeName } from './place';

const clash = (path: string, values: unknown[], of: Partial<ClashView> = {}): ClashView => ({
  path,
  field: path,
  positions: [],
  sort: 'value',
  sides: values.map((value, at) => ({ side: at + 1, revision: `r${at}`, value, is_changed: true })),
  is_before_known: true,
  before: null,
  can_take_both: false,
  can_write: true,
  differences: [],
  ...of,
});

describe('a place', () => {
  it.each([
    ['title', [], 'Title'],
    ['narrative[a-1].original', [2], 'Narrative › Paragraph 2 › Original'],
    ['narrative@order', [], 'Narrative › Order'],
    ['journey[a].costs[b].text', [1, 3], 'Journey › No. 1 › Costs › No. 3 › Paid for'],
    // An element that is not in the merged record has no number.
    ['journey[a]', [0], 'Journey'],
    ['@trashed', [], 'Trash'],
    ['@record', [], 'Whole record'],
  ])('%s is called by its words', (path, positions, name) => {
    setLanguage('en');
    expect(placeName('testimony', { path, positions })).toBe(name);
  });

  it('takes signs behind a backslash as they are', () => {
    expect(membersOf({ path: 'a\\.b[x\\]y].c\\@d' })).toEqual(['a.b', 'c@d']);
  });

  it('numbers paragraphs in the language of the window', () => {
    setLanguage('ko');
    expect([elementName('narrative', 2), elementName('acts', 2)]).toEqual(['2번 단락', '2번']);
  });
});

describe('what is written by hand', () => {
  it.each([
    [clash('title', ['가', '나'], { sort: 'text' }), 'text'],
    [clash('journey[a].dates', ['2003', null]), 'line'],
    [clash('status', ['draft', 'complete']), 'term'],
    [clash('aliases', [['가'], ['나']]), 'lines'],
    [clash('narrator.person', ['a', 'b']), null],
    [clash('journey[a]', [{ id: 'a' }, null], { sort: 'element' }), null],
    [clash('@trashed', [true, false], { sort: 'trash', can_write: false }), null],
  ])('%# is typed as it stands there', (one, how) => expect(editModeOf('testimony', one)).toBe(how));
});
