import { alignTranslations } from 'align-translations';

const source = `Выставку в Казани посетили 350 тысяч человек. "Мы не ожидали такого интереса", - сказал директор музея.
Вход для студентов останется бесплатным. Выставка продлится до 14 марта.`;
const rendering = `The exhibition in Kazan drew 530 thousand visitors. "We did not expect such interest," the director
of the museum said. The exhibition will run until March 14.`;

const { renderings } = await alignTranslations(source, rendering);
for (const { rule, severity, message } of renderings[0].findings) console.log(`${severity} ${rule}: ${message}`);
