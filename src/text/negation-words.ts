/** How a language denies. Lower case, ё as е, straight apostrophes. */
export interface NegationWords {
  /** Words that deny what follows them, or their clause: не, нет, никогда; not, never, nobody. */
  readonly denials: RegExp;
  /** A denial before one of these, or behind one of those, denies nothing: не только, чуть не; not only, nothing but. */
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
    /^(?:не|только|просто|столько|раз|менее|более|меньше|больше|один|одна|одну|одно|так|позднее|позже|ранее|раньше|иначе|исключено|исключен|сколько|случайно|против|терп\p{L}+|отста\p{L}+|сомнева\p{L}+|сомнени\p{L}+|далеко|далек|забы\p{L}+|забуд\p{L}+|хват\p{L}+|скрыва\p{L}+|обош\p{L}+|обход\p{L}+|счита\p{L}+|упуст\p{L}+|пропуст\p{L}+|прочь|за горами|долго|помеша\p{L}+|меша\p{L}+|стоит|преминул\p{L}*|удержа\p{L}+|выдержа\p{L}+)$/u,
  idleBehind:
    /^(?:чуть|едва|пока|разве|почти|лишь|бы|ли|что|кто|где|куда|как|какой|сколько|то|если|уж|нельзя|могу|может|могут|мог|могла|могли|можем)$/u,
  inside:
    /^(?:ни.*|без|безо|бе[зс]\p{L}{3,}|не\p{L}{2,}|вне|вряд|едва|кроме|мимо|помимо|проти\p{L}*|вместо|отнюдь|отказ\p{L}*|откаж\p{L}*|отказыва\p{L}*|отверг\p{L}*|отриц\p{L}*|опроверг\p{L}*|лиш\p{L}+|отсутств\p{L}*|запре[тщ]\p{L}*|избе[гж]\p{L}*|переста\p{L}*|прекра[тщ]\p{L}*|предотвра[тщ]\p{L}*|прова[лж]\p{L}*|исключ\p{L}*|сомн\p{L}*|воздерж\p{L}*|потеря\p{L}*|утра[тч]\p{L}*|пропус[тк]\p{L}*|забы\p{L}*|\p{L}{0,2}меша\p{L}*|препятств\p{L}*|отмен\p{L}*|сорва\p{L}*|мало|редк\p{L}*|только|лишь|исчез\p{L}*|зря|напрасно|антив?\p{L}*|недо\p{L}*|бывш\p{L}*|иначе|упус[тк]\p{L}*|игнор\p{L}*|хват\p{L}*|слишком|меньше|менее|чужд\p{L}*|отлич\p{L}*|напротив|наоборот|вопреки|скры\p{L}*|хуже|покинул\p{L}*|сложно|трудно|тяжело|пусть|хоть|хотя|редко)$/u,
};

const en: NegationWords = {
  denials: /^(?:not|never|cannot|nobody|nothing|none|no|nowhere|noone|\p{L}+n't)$/u,
  idleBefore:
    /^(?:only|just|merely|simply|least|long|mention|until|necessarily|but|help|doubt|matter|exactly|even|unlike|without|sooner|less|more|fewer|mind|wait|uncommon|unusual|miss|forget|fail|shy|hide|stop|resist|surprisingly|entirely|quite|wonder|agree|like|deny|stand)$/,
  idleBehind: /^(?:if|whether|or|why|but|there's|there)$/,
  inside:
    /^(?:without|un\p{L}{3,}|in(?:ability|accura|acti|adequa|appropria|compet|complet|correct|credib|depend|direct|effect|eligib|evitab|experienc|flexib|sufficien|toler|valid|visib|consisten|convenien|decisi|dispens|accessib|capab|efficien|escap|explic|animat|curab|definit|frequen|justic|secur|signific|stab|variab|numerab)\p{L}*|im(?:possib|matur|moral|patien|perfec|polit|practic|probab|proper|mobil|passab|measur)\p{L}*|ir(?:regular|relevan|respons|revers)\p{L}*|il(?:legal|licit|legitim|litera|logic)\p{L}*|dis\p{L}{4,}|non\p{L}*|anti\p{L}*|mis\p{L}{3,}|\p{L}+less(?:ly|ness)?|lack\p{L}*|fail\p{L}*|refus\p{L}*|reject\p{L}*|den(?:y|ies|ied|ying|ial)|avoid\p{L}*|prevent\p{L}*|prohibit\p{L}*|forb\p{L}+|ban|bans|banned|stop\p{L}*|ceas\p{L}*|absen\p{L}*|hardly|barely|scarcely|rarely|seldom|neither|nor|little|few|fewer|less|only|except\p{L}*|unless|unlike|instead|rather|against|lost|los[ei]\p{L}*|void|free|ignor\p{L}*|neglect\p{L}*|forg\p{L}*|doubt\p{L}*|otherwise|too|oppos\p{L}*|abst\p{L}*|declin\p{L}*|cancel\p{L}*|overlook\p{L}*|hate\p{L}*|far|beyond|ain't|wrong\p{L}*|bar|barred|spared?|sans|hid\p{L}*|secret\p{L}*|until|till|yet|remain\p{L}*|out|outside|difficult|hard|impossib\p{L}*|miss\p{L}*)$/u,
};

export const negationWords: Readonly<Record<'en' | 'ru', NegationWords>> = { en, ru };
