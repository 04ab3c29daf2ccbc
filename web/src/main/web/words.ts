import en from './texts/en.json';

export type Language = 'en' | 'de' | 'zh';
export type Key = keyof typeof en;

export const LANGUAGES: { code: Language; name: string }[] = [
  { code: 'en', name: 'English' },
  { code: 'de', name: 'Deutsch' },
  { code: 'zh', name: '中文' },
];

const LOCALES: Record<Language, string> = { en: 'en-GB', de: 'de-DE', zh: 'zh-CN' };

let texts: Record<string, string> = en;
let language: Language = 'en';

/** Brings the texts of a language; English is always there. */
export async function speak(next: Language): Promise<void> {
  switch (next) {
    case 'en':
      texts = en;
      break;
    case 'de':
      texts = (await import('./texts/de.json')).default;
      break;
    case 'zh':
      texts = (await import('./texts/zh.json')).default;
      break;
  }
  language = next;
  document.documentElement.lang = next === 'zh' ? 'zh-Hans' : next;
}

export function spoken(): Language {
  return language;
}

/** The language somebody chose here before, else the first of the browser's that there is. */
export function wanted(): Language {
  const chosen = localStorage.getItem('rampline.language');
  const asked = [chosen ?? '', ...navigator.languages].map((tag) => tag.slice(0, 2));
  return (asked.find((tag) => LANGUAGES.some((one) => one.code === tag)) ?? 'en') as Language;
}

/** Whether there is a text of a name. */
export function known(key: string): key is Key {
  return key in en;
}

/** A text, with {names} filled in; for n = 1 the one that ends in _one, where there is one. */
export function t(key: Key, values: Record<string, string | number> = {}): string {
  const single = values['n'] === 1 ? texts[`${key}_one`] : undefined;
  const text = single ?? texts[key] ?? en[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : typeof value === 'number' ? number(value) : value;
  });
}

export function number(value: number, digits = 0): string {
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: digits, minimumFractionDigits: digits }).format(value);
}

/** Short: 48k, 4.8万. */
export function compact(value: number): string {
  return new Intl.NumberFormat(LOCALES[language], { notation: 'compact', maximumFractionDigits: 1, useGrouping: true }).format(value);
}

export function percent(share: number, digits = 0): string {
  return new Intl.NumberFormat(LOCALES[language], { style: 'percent', maximumFractionDigits: digits }).format(share);
}

/** Money of minor units, without the small change. */
export function money(minor: number, currency: string, minorUnits: number, short = false): string {
  const options: Intl.NumberFormatOptions = short
    ? { style: 'currency', currency, notation: 'compact', maximumFractionDigits: 1, useGrouping: true }
    : { style: 'currency', currency, maximumFractionDigits: 0 };
  try {
    return new Intl.NumberFormat(LOCALES[language], options).format(minor / 10 ** minorUnits);
  } catch {
    return number(minor / 10 ** minorUnits) + ' ' + currency;
  }
}

/** Money of major units, in short. */
export function moneyMajor(major: number, { currency }: { currency: string }): string {
  return money(major, currency, 0, true);
}

export function weeks(count: number | null): string {
  return count === null ? t('none') : t('weeks', { n: count });
}

/** How long ago something was, in seconds while it is fresh, then in minutes. */
export function age(seconds: number): string {
  return seconds < 120 ? t('seconds', { n: seconds }) : t('minutes', { n: Math.round(seconds / 60) });
}

/** The Monday of a week such as 2026-W08. */
export function monday(week: string): Date {
  const year = Number(week.slice(0, 4));
  const fourth = new Date(Date.UTC(year, 0, 4));
  const day = (fourth.getUTCDay() + 6) % 7;
  return new Date(fourth.getTime() + (Number(week.slice(6)) - 1) * 604_800_000 - day * 86_400_000);
}

/** 2026-W08 as people of this language read it. */
export function weekName(week: string): string {
  return t('week_of_year', { week: String(Number(week.slice(6))), year: week.slice(0, 4) });
}

export function date(when: Date | string, withTime = false): string {
  const value = typeof when === 'string' ? new Date(when.length === 10 ? when + 'T00:00:00Z' : when + (when.endsWith('Z') ? '' : 'Z')) : when;
  return new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: 'medium',
    ...(withTime ? { timeStyle: 'short' as const } : {}),
    timeZone: 'UTC',
  }).format(value);
}

export function month(when: Date, withYear: boolean): string {
  return new Intl.DateTimeFormat(LOCALES[language], { month: 'short', ...(withYear ? { year: 'numeric' as const } : {}), timeZone: 'UTC' }).format(when);
}

/** A model and its trim; one trim of the model's own name is not said twice. */
export function product(car: { model: string; trim: string }): string {
  return car.model === car.trim || car.model.endsWith(` ${car.trim}`) ? car.model : `${car.model} ${car.trim}`;
}

/** A binding in the words of the book, its fixed words translated. */
export function binding(label: string | null): string {
  switch (label) {
    case null:
    case '':
    case 'none':
      return t('binding_none');
    case 'market opens':
      return t('binding_market');
    case "customer's wish":
      return t('binding_customer');
    case 'not offered':
      return t('binding_not_offered');
    default:
      return label
        .split(' + ')
        .map((one) => one.replace(/^(line|part|quota|transport|open pool|mix limit|option limit) /, (_, kind: string) => t(('kind_' + kind) as Key) + ' '))
        .join(' + ');
  }
}
