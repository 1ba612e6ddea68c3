/** How a language denies. Lower case, ё as е, straight apostrophes. */
export interface NegationWords {
  /** Words that deny what follows them, or their clause: не, нет, никогда; not, never, nobody. */
  readonly denials: RegExp;
  /** A denial before one of these, or behind one or two of those, denies nothing: не только, чуть было не; not only, nothing but. */
  readonly idleBefore: RegExp;
  readonly idleBehind: RegExp;
  /**
   * Words that hold a denial inside, or that a translator may put for one: без, отказаться, unable, without, only. Wide,
   * since a sentence with one of them may be as faithful as another.
   */
  readonly inside: RegExp;
}

const ru: NegationWords = {
  denials:
    /^(?:не|нет|нету|нельзя|никогда|никто|никого|никому|никем|ничто|ничего|ничему|ничем|нигде|никуда|никак|никак(?:ой|ая|ое|ие|ого|ому|им|их|ими|ую)|невозможно)$/,
  idleBefore:
    /^(?:не|только|просто|столько|раз|менее|более|меньше|больше|один|одна|одну|одно|так|позднее|позже|ранее|раньше|иначе|исключено|исключен|сколько|случайно|против|терп[а-я]+|отста[а-я]+|сомнева[а-я]+|сомнени[а-я]+|далеко|далек|забы[а-я]+|забуд[а-я]+|хват[а-я]+|скрыва[а-я]+|обош[а-я]+|обход[а-я]+|счита[а-я]+|упуст[а-я]+|пропуст[а-я]+|прочь|за горами|долго|помеша[а-я]+|меша[а-я]+|стоит|преминул[а-я]*|удержа[а-я]+|выдержа[а-я]+|себе|единожды|новинку)$/u,
  idleBehind:
    /^(?:чуть(?: было)?|едва|пока|разве|почти|лишь|бы|ли|что|кто|где|куда|как|какой|сколько|то|если|уж|нельзя|могу|может|могут|мог|могла|могли|можем)$/u,
  inside:
    /^(?:ни.*|без|безо|бе[зс][а-я]{3,}|не[а-я]{2,}|вне|вряд|едва|кроме|мимо|помимо|проти[а-я]*|вместо|отнюдь|отказ[а-я]*|откаж[а-я]*|отказыва[а-я]*|отверг[а-я]*|отриц[а-я]*|опроверг[а-я]*|лиш[а-я]+|отсутств[а-я]*|запре[тщ][а-я]*|избе[гж][а-я]*|переста[а-я]*|прекра[тщ][а-я]*|предотвра[тщ][а-я]*|прова[лж][а-я]*|исключ[а-я]*|сомн[а-я]*|воздерж[а-я]*|потеря[а-я]*|утра[тч][а-я]*|пропус[тк][а-я]*|забы[а-я]*|[а-я]{0,2}меша[а-я]*|препятств[а-я]*|отмен[а-я]*|сорва[а-я]*|мало(?:(?:вероятн|числен|важн|значи|знаком|извест|изучен|пригод)[а-я]*)?|редк[а-я]*|только|лишь|исчез[а-я]*|зря|напрасно|антив?[а-я]*|недо[а-я]*|бывш[а-я]*|иначе|упус[тк][а-я]*|игнор[а-я]*|хват[а-я]*|слишком|меньше|менее|чужд[а-я]*|отлич[а-я]*|напротив|наоборот|вопреки|скры[а-я]*|хуже|покинул[а-я]*|сложно|трудно|тяжело|пусть|хоть|хотя|редко|равно|[а-я]{0,2}плева[а-я]+|медл[а-я]+|теря[а-я]+)$/u,
};

const en: NegationWords = {
  denials: /^(?:not|never|cannot|nobody|nothing|none|no|nowhere|noone|[a-z]+n't)$/u,
  idleBefore:
    /^(?:only|just|merely|simply|least|long|mention|until|necessarily|but|help|doubt|matter|exactly|even|unlike|without|sooner|less|more|fewer|mind|wait|uncommon|unusual|miss|forget|fail|shy|hide|stop|resist|surprisingly|entirely|quite|wonder|agree|like|deny|stand)$/,
  idleBehind: /^(?:if|whether|or|why|but|than|there's|there)$/,
  inside:
    /^(?:without|un[a-z]{3,}|in[a-z]{3,}[ai]ble|in(?:ability|accura|acti|adequa|appropria|compet|complet|correct|credib|depend|direct|effect|eligib|evitab|experienc|flexib|sufficien|toler|valid|visib|consisten|convenien|decisi|dispens|accessib|capab|efficien|escap|explic|animat|curab|definit|frequen|justic|secur|signific|stab|variab|numerab|credul)[a-z]*|im(?:possib|matur|moral|patien|perfec|polit|practic|probab|proper|mobil|passab|measur)[a-z]*|ir(?:regular|relevan|respons|revers)[a-z]*|il(?:legal|licit|legitim|litera|logic)[a-z]*|dis[a-z]{4,}|non[a-z]*|anti[a-z]*|mis[a-z]{3,}|[a-z]+less(?:ly|ness)?|lack[a-z]*|fail[a-z]*|refus[a-z]*|reject[a-z]*|den(?:y|ies|ied|ying|ial)|avoid[a-z]*|prevent[a-z]*|prohibit[a-z]*|forb[a-z]+|ban|bans|banned|stop[a-z]*|ceas[a-z]*|absen[a-z]*|hardly|barely|scarce(?:ly)?|de-[a-z]+|rarely|seldom|neither|nor|little|few|fewer|less|only|except[a-z]*|unless|unlike|instead|rather|against|lost|los[ei][a-z]*|void|free|ignor[a-z]*|neglect[a-z]*|forg[a-z]*|doubt[a-z]*|otherwise|too|oppos[a-z]*|abst[a-z]*|declin[a-z]*|cancel[a-z]*|overlook[a-z]*|hate[a-z]*|far|beyond|ain't|wrong[a-z]*|bar|barred|spared?|sans|hid[a-z]*|secret[a-z]*|until|till|yet|remain[a-z]*|out|outside|difficult|hard|impossib[a-z]*|miss[a-z]*|empty[-a-z]*|short-lived|wish(?:es|ed)?)$/u,
};

export const negationWords: Readonly<Record<'en' | 'ru', NegationWords>> = { en, ru };
