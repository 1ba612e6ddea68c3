import { beforeAll, describe, expect, test } from 'vitest';
import { alignTranslations, loadStaticEmbedder, type Embedder } from '../../src/index.ts';
import { negationRule } from '../../src/detect/negation.ts';
import { embeddedModelUrl } from '../../src/embedded-model.ts';

let embedder: Embedder;
beforeAll(async () => {
  embedder = await loadStaticEmbedder({ model: embeddedModelUrl });
});

/** What the rule tells of a pair, as `source words > rendering words`. */
async function told(ru: string, en: string): Promise<string[]> {
  const [source, rendering] = [
    { text: ru, language: 'ru' },
    { text: en, language: 'en' },
  ];
  const { renderings } = await alignTranslations(source, rendering, { embedder });
  return renderings[0]!.findings
    .filter(({ rule }) => rule === 'negation')
    .map((f) => {
      expect(f).toMatchObject({ severity: 'warning', category: 'accuracy/mistranslation', beads: [0] });
      const words = (text: string, spans: { start: number; end: number }[]) =>
        spans.map(({ start, end }) => text.slice(start, end)).join();
      return `${words(ru, f.source)} > ${words(en, f.rendering)}`;
    });
}

describe('a negation that one side has alone is told', () => {
  test.each([
    ['Почему президент не подписал закон?', 'Why did the president sign the law?', 'не подписал > '],
    [
      'Причины аварии пока полностью не установлены.',
      'The causes of the accident have been fully established.',
      'не установлены > ',
    ],
    ['Далеко не все жители поддержали проект.', 'All residents supported the project.', 'не все жители > '],
    ['Министр остался на своём посту.', 'The minister did not stay in his post.', ' > not stay'],
    [
      'В малом зале театра выступил хор.',
      'The choir did not perform in the small hall of the theatre.',
      ' > not perform',
    ],
    ['Он сможет быть лидером партии.', 'He could not be leader of the party.', ' > not be leader'],
    ['Министр подписал соглашение с Японией.', 'The minister did not sign the agreement with Japan.', ' > not sign'],
    ['Завод выполнит заказ к сентябрю.', 'The plant will not fulfil the order by September.', ' > not fulfil'],
    ['Парламент не поддержал закон о налогах.', 'Parliament supported the tax law.', 'не поддержал > '],
    ['Суд признал директора виновным.', "The court didn't find the director guilty.", " > didn't find"],
  ])('%s / %s', async (ru, en, expected) => {
    expect(await told(ru, en)).toEqual([expected]);
  });
});

describe('a denial told in other words is not', () => {
  test.each([
    [
      'Пока весь мир следил за играми, австралийцы чуть было не победили американскую команду.',
      'While the whole world watched the games, the Australians came close to defeating the American team.',
    ],
    ['Не боится ли министр новых выборов?', 'Is the minister afraid of new elections?'],
    [
      'Полиция проверяет, не был ли пожар связан с взрывом.',
      'Police are checking whether the fire was linked to the explosion.',
    ],
    [
      'Дети жили в приюте, пока тётя не взяла их к себе.',
      'The children lived in a shelter before their aunt took them in.',
    ],
    ['Для завода всё складывается очень удачно.', 'Things could not be better for the plant.'],
    ['Заводу всё равно, кто купит станки.', 'The plant does not care who buys the machines.'],
    ['Вор сбежал, ничего не взяв.', 'The thief fled empty-handed.'],
    ['Штраф составит до 20 000 рублей.', 'The fine will be not over 20,000 roubles.'],
    ['Министр не подписал соглашение с Японией.', "The minister didn't sign the agreement with Japan."],
    ['Парламент не поддержал закон о налогах.', 'Parliament rejected the tax law.'],
    ['Парламент не смог принять закон о налогах.', 'Parliament failed to pass the tax law.'],
    ['Никто не знает точного числа погибших.', 'The exact number of victims is unknown.'],
    ['Он приехал не только в Москву.', 'He came to Moscow as well as to other cities.'],
    ['Он чуть не опоздал на поезд.', 'He almost missed the train.'],
    ['Переговоры продолжатся, пока не будет соглашения.', 'Talks will continue until there is an agreement.'],
    ['Об этом не раз говорил президент.', 'The president has often spoken about this.'],
    ['Встреча прошла без журналистов.', 'No journalists attended the meeting.'],
    ['Нельзя не признать успех выставки.', 'The success of the exhibition must be acknowledged.'],
    ['Самолёт больше не летает в Читу.', 'The plane no longer flies to Chita.'],
    ['Дом номер 10 отремонтировали.', 'No. 10 was renovated.'],
    ['Он единственный, кто сдал экзамен.', 'Nobody but him passed the exam.'],
  ])('%s / %s', async (ru, en) => {
    expect(await told(ru, en)).toEqual([]);
  });
});

test('it yields to what is missing or damaged at the same place', () => {
  expect(negationRule.yieldsTo).toEqual([
    'garbled-quote',
    'untranslated',
    'omission',
    'partial-omission',
    'addition',
    'partial-addition',
  ]);
  expect(negationRule.comparesBeads).toBe(true);
});
