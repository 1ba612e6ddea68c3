import { expect, test } from 'vitest';
import { identifyLanguage } from '../../src/text/language.ts';

const texts: Record<string, string[]> = {
  ru: [
    'Министр иностранных дел РФ Сергей Лавров и глава МИД КНР Ван И обсудили ситуацию в Казахстане.',
    'Росатом поставил топливо',
    'Минобороны РФ сообщило об уничтожении 12 беспилотников',
    'Его слова «We will firmly support Kazakhstan» привел МИД России в понедельник',
    'https://www.example.com/news/world/2022/01/10 Об этом сообщили в Москве',
  ],
  en: [
    'Russian Foreign Minister Sergei Lavrov and Chinese Foreign Minister Wang Yi discussed the situation.',
    'Kazakhstan unrest',
    'Putin arrives in Beijing',
    'Shark injures 13-year-old on lobster dive in California',
    "Ivan Hašek and Tomáš Paclík were at the president's office",
    'The ministry said so. Об этом говорится в сообщении. The talks will go on in Geneva next week, it said.',
  ],
  de: [
    'Der Bundeskanzler hat am Montag mit dem Präsidenten über die Lage gesprochen.',
    'Neue Regeln für Touristen ab Januar',
  ],
  fr: [
    'Le président a annoncé lundi que son pays ne participerait pas à la conférence.',
    'Des milliers de personnes à Paris',
  ],
  es: ['El presidente anunció ayer que España no participará en la conferencia.', 'Miles de personas en las calles'],
  it: ['Il presidente ha detto che il governo non parteciperà alla conferenza di lunedì.'],
  pt: ['O presidente disse que o governo não vai participar da conferência na segunda-feira.'],
  nl: ['De minister heeft maandag gezegd dat de regering niet aan de conferentie zal deelnemen.'],
  pl: ['Prezydent powiedział w poniedziałek, że rząd nie weźmie udziału w konferencji.'],
  uk: ['Президент заявив у понеділок, що уряд не братиме участі в конференції.', 'Росія завдала удару по Одесі'],
  be: ['Прэзідэнт заявіў у панядзелак, што ўрад не будзе ўдзельнічаць у канферэнцыі.'],
  bg: [
    'Президентът заяви в понеделник, че правителството няма да участва.',
    'Хиляди хора протестираха срещу правителството',
  ],
  sr: ['Председник је рекао у понедељак да влада неће учествовати на конференцији.'],
  kk: ['Президент дүйсенбі күні үкіметтің конференцияға қатыспайтынын айтты.'],
  zh: ['中国外交部长王毅周一表示'],
};

test.each(Object.entries(texts))('%s', (language, samples) => {
  for (const sample of samples) expect(identifyLanguage(sample)?.language, sample).toBe(language);
});

test('a longer text is told with more confidence than a headline', () => {
  const short = identifyLanguage('Росатом поставил')!;
  const long = identifyLanguage(texts['ru']![0]!)!;
  expect(long.confidence).toBeGreaterThan(0.85);
  expect(short.confidence).toBeLessThan(long.confidence);
  expect(short.letters).toBe(15);
});

test('too few letters, or words of no known language, tell nothing', () => {
  expect(identifyLanguage('')).toBeNull();
  expect(identifyLanguage('12345 — 67!')).toBeNull();
  expect(identifyLanguage('Да. OK')).toBeNull();
  expect(identifyLanguage('xqz wvx '.repeat(20))).toBeNull();
});

test('a megabyte of one line is judged in bounded time', () => {
  const before = performance.now();
  expect(identifyLanguage('a'.repeat(5_000_000))?.language).toBe('en');
  expect(performance.now() - before).toBeLessThan(500);
});
