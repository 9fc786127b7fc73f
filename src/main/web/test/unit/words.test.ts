import { describe, expect, it } from 'vitest';
import { chooseLanguage, wordFor } from '../../src/words/catalogue';
import { en } from '../../src/words/en';
import { zh } from '../../src/words/zh';

type Tree = { [key: string]: string | ((...values: never[]) => string) | Tree };

/** Every entry with its path, such as `desk.ready`. */
function entries(tree: Tree, path = ''): [string, Tree[string]][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' ? entries(value, `${path}${key}.`) : [[path + key, value] as [string, Tree[string]]]);
}

describe('the catalogue', () => {
  it('has the same keys in both languages', () => {
    expect(entries(zh as unknown as Tree).map(([path]) => path).sort()).toEqual(entries(en as unknown as Tree).map(([path]) => path).sort());
  });

  it('has no empty words', () => {
    const empty = [en, zh].flatMap((words) => entries(words as unknown as Tree)).filter(([, word]) => word === '');
    expect(empty).toEqual([]);
  });

  it('says values that it is given, in both languages', () => {
    for (const words of [en, zh]) {
      expect(words.ticket.number(1024)).toContain('1024');
      expect(words.calls.decidedLeft(-4, 3)).toMatch(/4.*3/);
      expect(words.calls.skillShort('english', '1', '2')).toMatch(/english.*1.*2/);
      expect(words.board.definition(30)).toContain('30');
    }
  });

  it('uses the words of the trade', () => {
    expect([zh.desk.signIn, zh.desk.signOut, zh.state.ready, zh.state.paused, zh.state['wrap-up'], zh.reason.break])
      .toEqual(['签入', '签出', '空闲', '示忙', '整理', '小休']);
  });

  it('shows a code that the configuration added as it is', () => {
    expect(wordFor(zh.reason, 'break')).toBe('小休');
    expect(wordFor(zh.reason, 'fire-drill')).toBe('fire-drill');
    expect(wordFor(zh.reason, 'constructor')).toBe('constructor');
  });
});

describe('the language', () => {
  it.each([
    ['what was chosen before', 'en', ['zh-CN'], 'en'],
    ['the first that the browser asks for and the pages have', null, ['fr', 'en-US', 'zh'], 'en'],
    ['Chinese as spoken anywhere', null, ['zh-Hant-TW'], 'zh'],
    ['Chinese when the browser asks for nothing known', null, ['de', 'fr'], 'zh'],
    ['the browser\'s when something odd was remembered', 'xx', ['en'], 'en'],
  ] as const)('is %s', (_, remembered, browser, chosen) => {
    expect(chooseLanguage(remembered, browser)).toBe(chosen);
  });
});
