import { type Catalogue, chooseLanguage, type Language } from './catalogue';
import { en } from './en';
import { zh } from './zh';

const CATALOGUES: Record<Language, Catalogue> = { zh, en };
const REMEMBERED = 'halfminute.language';
/** For the document and for `Intl`. */
const TAGS: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' };

/** The language of the pages and its words. */
class Speech {
  language: Language = $state(chooseLanguage(localStorage.getItem(REMEMBERED), navigator.languages));
  readonly words: Catalogue = $derived(CATALOGUES[this.language]);
  readonly tag: string = $derived(TAGS[this.language]);

  choose(language: Language): void {
    this.language = language;
    localStorage.setItem(REMEMBERED, language);
  }

  other(): Language {
    return this.language === 'zh' ? 'en' : 'zh';
  }
}

export const speech = new Speech();
