import type { Abbreviations } from './abbreviations.ts';

const words = (list: string): readonly string[] => list.split(/\s+/);
const endsBeforeCapital = words(`etc a.m p.m jan feb mar apr jun jul aug sept sep oct nov dec`);

/** English abbreviations that take a full stop. */
export const abbreviationsEn: Abbreviations = {
  beforeName: new Set(
    words(
      `mr mrs ms messrs dr prof rev fr st ste mt gen lt col maj capt cmdr cdr adm brig sgt cpl pvt pfc gov sen rep reps sens pres hon
      supt insp det mme mlle msgr vs v i.e e.g cf viz approx p.s`,
    ),
  ),
  beforeFigure: new Set(words(`no nos vol ch pp p fig figs art sec sect ft eds ed op par para cl`)),
  beforeSmall: new Set(
    words(
      `dept assn univ intl natl govt acct addr admin amt anon appt attn cert chem comm comp cond cont contd dist econ educ
      elec encl equiv esp est exec freq geog geol hist hosp ibid illus incl excl intro lang math max meas mech mfg mgmt mgr min
      misc miss mtg orig perm phys pkg pop prep prev prob prop psych publ qtr qty rec recd ref reg resp sched sci spec std subj syst
      tech temp thou trad transl treas typ usu var vocab yrs`,
    ),
  ),
  mayEnd: new Set([
    ...endsBeforeCapital,
    ...words(
      `u.s u.k u.n e.u u.s.a u.a.e d.c u.s.s.r b.c a.d ph.d m.d b.a m.a inc corp co ltd llc plc bros jr sr esq ave blvd rd hwy
      ariz ark calif colo conn fla ga ill ind ky mass mich minn mo mont neb nev okla ore pa penn tenn tex va vt wis wyo n.y n.j n.c
      s.c n.h n.m n.d s.d w.va r.i l.a oz lb lbs mph hrs sq ext avg tbsp tsp mon tue tues wed thu thur thurs fri`,
    ),
  ]),
  endsBeforeCapital: new Set(endsBeforeCapital),
  starters: new Set(
    words(
      `the a an he she it they we i you his her its their our my this that these those there here what who when where why how
      but and or so yet in on at for from with without by to of as if while after before since until during despite although
      though because however meanwhile also then now nevertheless moreover instead not no nor more most many some all both
      each every another other others such one two three several according about over under between among against around
      earlier later last next today yesterday tomorrow only even still once additionally previously`,
    ),
  ),
};
