import { expect, test } from 'vitest';
import { fieldWordsOf } from '#domain/process/field-words.ts';
import { defaultSettings } from '#domain/store/settings.ts';
import { settingsGroups } from '#web/features/store/settings-groups.ts';

test('every setting stands in one group and has words in both languages (R006)', () => {
  const shown = settingsGroups.flatMap(({ names }) => names);
  expect(shown.toSorted()).toEqual(Object.keys(defaultSettings).toSorted());
  const inside = (value: unknown): string[] =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).flatMap(([name, each]) => [name, ...inside(each)])
      : [];
  const names = [...inside(defaultSettings), 'host', 'port', 'secure', 'from'];
  const nameless = names.filter((name) => fieldWordsOf(name).zh === name || fieldWordsOf(name).en === name);
  expect([...new Set(nameless)]).toEqual([]);
});
