import { en } from './en';

/** The same keys as the English words, with any words; one that takes values takes the same ones. */
type Words<T> = {
  [K in keyof T]: T[K] extends (...values: infer V) => string ? (...values: V) => string : T[K] extends string ? string : Words<T[K]>;
};

export type Catalogue = Words<typeof en>;

/** In the order of the switch; the first is taken when the browser asks for none of them. */
export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * @param remembered what the person chose before, if anything
 * @param browser    the browser's languages, the most wanted first, such as `zh-CN`
 */
export function chooseLanguage(remembered: string | null, browser: readonly string[]): Language {
  const wanted = [remembered ?? '', ...browser].map((tag) => tag.toLowerCase().split('-')[0]);
  return wanted.map((tag) => LANGUAGES.find((known) => known === tag)).find((known) => known) ?? LANGUAGES[0];
}

/** The words for a code; a code that the catalogue does not know (the configuration may add some) stands for itself. */
export function wordFor(words: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(words, code) ? words[code]! : code;
}
