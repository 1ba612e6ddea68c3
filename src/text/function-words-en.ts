/** English words without content of their own, in lower case; contractions are told by their parts. */
export const functionWordsEn: ReadonlySet<string> = new Set(
  `a an the
  i me my mine myself you your yours yourself yourselves he him his himself she her hers herself it its itself
  we us our ours ourselves they them their theirs themselves one oneself each other another
  this that these those here there who whom whose which what when where why how whoever whatever whichever whenever
  wherever however
  some any no none every all both either neither such same own few many much more most less least several enough
  somebody someone something anybody anyone anything nobody nothing everybody everyone everything
  be am is are was were been being have has had having do does did done doing
  will would shall should can could may might must ought cannot
  of in on at by for from to into onto with without within about above below over under between among amongst through
  throughout during before after since until till against toward towards upon off out up down along across around
  behind beside besides beyond near per via despite except like unlike amid than as
  and or but nor so yet if unless although though because while whereas whether once
  not n't too also very just only even still already again ever never quite rather then thus hence therefore else
  almost indeed perhaps maybe well now
  let lets let's yes oh mr mrs ms`.split(/\s+/),
);

/** Participles that with `is` make up what is one verb in Russian: `is located`, находится. */
export const copulasEn: ReadonlySet<string> = new Set(['located', 'situated']);
