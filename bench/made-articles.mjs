// Made articles with their renderings, for measuring speed: the same number, the same article.

const people = [
  ['Олег Снегирёв', 'Oleg Snegiryov'],
  ['Марина Ковалёва', 'Marina Kovalyova'],
  ['Тимур Ахметов', 'Timur Akhmetov'],
  ['Вера Лопатина', 'Vera Lopatina'],
  ['Игорь Дементьев', 'Igor Dementyev'],
];
const cities = [
  ['Тверь', 'Твери', 'Tver'],
  ['Пермь', 'Перми', 'Perm'],
  ['Казань', 'Казани', 'Kazan'],
  ['Рязань', 'Рязани', 'Ryazan'],
  ['Астрахань', 'Астрахани', 'Astrakhan'],
];
const months = [
  ['января', 'January'],
  ['марта', 'March'],
  ['июня', 'June'],
  ['сентября', 'September'],
  ['ноября', 'November'],
];

// p: a name; c, k: a city in the nominative and the other cases; m: a month; 1, 2, 3: numbers.
const sentences = [
  ['Власти города {c} приняли бюджет на следующий год, который предусматривает расходы в размере {2} миллионов рублей.', 'The authorities of the city of {c} have adopted a budget for next year that provides for spending of {2} million roubles.'],
  ['Об этом {1} {m} сообщил на пресс-конференции заместитель главы администрации {p}.', 'This was announced at a news conference on {m} {1} by the deputy head of the administration, {p}.'],
  ['По его словам, большая часть средств пойдёт на ремонт дорог, строительство двух школ и новое отопление больницы.', 'According to him, most of the money will go towards road repairs, the construction of two schools and new heating for the hospital.'],
  ['«Мы считали каждую копейку и отложили всё, без чего можно обойтись ещё год», — сказал он журналистам.', '“We counted every kopeck and put off everything that we can do without for another year,” he told reporters.'],
  ['В прошлом году город получил на треть меньше налогов, чем ожидалось, потому что закрылся завод сельскохозяйственных машин.', 'Last year the city received a third less in taxes than expected because the farm machinery plant closed down.'],
  ['На заводе работали {3} человек, половина из них до сих пор не нашла новой работы.', 'The plant employed {3} people, half of whom have still not found a new job.'],
  ['Профсоюз требует, чтобы им выплатили пособие за три месяца, однако суд отложил заседание до {1} {m}.', 'The trade union is demanding that they be paid three months of benefits, but the court has adjourned the hearing until {m} {1}.'],
  ['Строители обещают закончить мост через реку раньше срока, если не помешает весеннее половодье.', 'The builders promise to finish the bridge across the river ahead of schedule unless the spring floods get in the way.'],
  ['Длина моста составит {2} метров, по нему смогут проезжать до {3} автомобилей в сутки.', 'The bridge will be {2} metres long and will be able to carry up to {3} cars a day.'],
  ['Жители окрестных деревень опасаются, что из-за шума и пыли им придётся держать окна закрытыми всё лето.', 'Residents of the surrounding villages fear that because of the noise and dust they will have to keep their windows shut all summer.'],
  ['Инженер {p} напомнила, что проект обсуждали больше десяти лет и трижды меняли.', 'Engineer {p} recalled that the project had been discussed for more than ten years and changed three times.'],
  ['Экологи обнаружили в воде следы солей тяжёлых металлов, но их количество не превышает допустимого.', 'Ecologists have found traces of heavy metal salts in the water, but the amount does not exceed what is permitted.'],
  ['Лаборатория повторит измерения через две недели и опубликует все данные на своём сайте.', 'The laboratory will repeat the measurements in two weeks and publish all the data on its website.'],
  ['Тем временем рыбаки жалуются, что улов по сравнению с прошлым годом сократился почти вдвое.', 'Meanwhile, fishermen complain that the catch has almost halved compared with last year.'],
  ['Министерство выделит {2} миллионов рублей на очистку дна и посадку деревьев вдоль берега.', 'The ministry will allocate {2} million roubles to clean the river bed and plant trees along the bank.'],
  ['Поезда из города {c} задерживались в среду на несколько часов из-за сильного снегопада.', 'Trains from the city of {c} were delayed by several hours on Wednesday because of heavy snowfall.'],
  ['Спасатели эвакуировали {3} пассажиров и доставили их автобусами на ближайшую станцию, где их накормили горячим обедом.', 'Rescuers evacuated {3} passengers and took them by bus to the nearest station, where they were given a hot lunch.'],
  ['Никто не пострадал, хотя температура ночью опускалась до минус {1} градусов.', 'Nobody was hurt, although the temperature dropped to minus {1} degrees at night.'],
  ['Синоптики предупреждают, что ветер усилится к выходным, и советуют водителям оставаться дома.', 'Forecasters warn that the wind will grow stronger by the weekend and advise drivers to stay at home.'],
  ['Музей откроет {1} {m} выставку картин художников, которые жили здесь в начале века.', 'On {m} {1} the museum will open an exhibition of paintings by artists who lived here at the beginning of the century.'],
  ['Среди экспонатов есть письма и наброски, которые никогда раньше не показывали публике.', 'The exhibits include letters and sketches that have never been shown to the public before.'],
  ['Куратор выставки {p} рассказал, что часть коллекции чудом уцелела во время пожара.', 'The curator of the exhibition, {p}, said that part of the collection had survived a fire by a miracle.'],
  ['Билеты для студентов и пенсионеров будут стоить вдвое дешевле, а дети пройдут бесплатно.', 'Tickets for students and pensioners will cost half as much, and children will be admitted free of charge.'],
  ['Команда хоккеистов выиграла пятый матч подряд и поднялась на второе место в таблице.', 'The ice hockey team won its fifth match in a row and climbed to second place in the table.'],
  ['Решающую шайбу за {1} секунд до сирены забросил нападающий {p}.', 'The decisive goal was scored by forward {p} {1} seconds before the siren.'],
  ['Тренер отметил, что молодые игроки прибавили в скорости, но слишком часто удаляются с поля.', 'The coach noted that the young players had gained speed but were being sent off too often.'],
  ['Следующую игру команда проведёт в гостях, и билеты на неё уже распроданы.', 'The team will play its next game away, and tickets for it are already sold out.'],
  ['Университет набирает на новую программу по переработке отходов {3} студентов, обучать их будут на двух языках.', 'The university is admitting {3} students to a new programme on waste processing, and they will be taught in two languages.'],
  ['Ректор подчеркнула, что преподаватели получат надбавку, а общежитие отремонтируют к осени.', 'The rector stressed that the lecturers would receive a bonus and that the dormitory would be renovated by autumn.'],
  ['Депутаты отклонили поправку, которая разрешала продавать участки без торгов.', 'The deputies rejected an amendment that allowed plots of land to be sold without an auction.'],
]; // prettier-ignore

/**
 * Articles `0` to `count - 1`, of `length` sentences and with so many renderings. Each rendering leaves out a sentence
 * of the source here and there, and damages a number. Beyond 30 sentences the same come again, shuffled anew and with
 * other names and numbers.
 */
export function* madeArticles(count, { length = 26, renderings = 1 } = {}) {
  for (let i = 0; i < count; i++) yield madeArticle(i, length, renderings);
}

function madeArticle(index, length, renderings) {
  const random = randomFrom(index + 1);
  const order = [];
  while (order.length < length) order.push(...sentences.map((pair) => [random(), pair]).sort(([a], [b]) => a - b));
  const pairs = order.slice(0, length).map(([, pair]) => filled(pair, random));
  const rendered = Array.from({ length: renderings }, () =>
    pairs.flatMap(({ rendering, damaged }, k) => {
      if (k > 0 && random() < 0.03) return [];
      return [(random() < 0.02 ? damaged : rendering) + (k % 4 === 3 ? '\n\n' : ' ')];
    }),
  );
  const source = pairs.map((pair, k) => pair.source + (k % 4 === 3 ? '\n\n' : ' '));
  const text = (side) => side.join('').trim();
  return { id: `made-${index}`, source: text(source), renderings: rendered.map(text) };
}

/** A pair with its slots filled, and its rendering with wrong numbers. */
function filled([ru, en], random) {
  const below = (n) => Math.floor(random() * n);
  const [person, city, month] = [people[below(5)], cities[below(5)], months[below(5)]];
  const figures = [2 + below(26), 20 + below(900), 120 + below(800)];
  const fill = (text, language, numbers) =>
    text.replace(/\{(.)\}/g, (_, slot) => {
      if (slot === 'p') return person[language];
      if (slot === 'c') return city[2 * language];
      if (slot === 'm') return month[language];
      return String(numbers[slot - 1]);
    });
  const wrong = figures.map((figure) => figure + 1);
  return { source: fill(ru, 0, figures), rendering: fill(en, 1, figures), damaged: fill(en, 1, wrong) };
}

/** Even numbers from 0 up to 1 by a multiply-and-mix counter. */
function randomFrom(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
