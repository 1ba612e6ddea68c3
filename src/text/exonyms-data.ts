/**
 * Names that Russian and English do not spell alike: beginnings of Russian words (ё as е), a colon, beginnings of
 * English ones, all in lower case without marks. A country stands with its people and the city of its government, which
 * the press uses for each other (Париж заявил, France said). By hand, of what the news speaks of; names that one
 * language spells after the other need no row (text/romanisation.ts).
 */
export const PEOPLES = `
сша штат америк вашингтон : us usa america states united washington
росси рф русск москв кремл : russia moscow kremlin muscov
ссср советск : ussr soviet
великобритан британ англи англич лондон соединен королевств : uk britain british briton england english london united gb kingdom brit
шотланд : scotland scottish scot
уэльс валлий : wales welsh
ирланд дублин : ireland irish dublin
герман немец немк фрг гдр берлин : german berlin gdr frg
франц париж : france french paris
испан мадрид : spain spanish spaniard madrid
итал рим : ital rome roman
ватикан : vatican holy see
португал лиссабон : portug lisbon
нидерланд голланд гааг амстердам : netherlands dutch holland hague amsterdam
бельги брюссел : belgi brussels
швейцар берн женев цюрих : swiss switzerland bern geneva zurich
австри вен венск : austria vienna viennese
польш поляк польск варшав : poland polish pole warsaw
чехи чешск чех праг : czech prague
словаки словацк : slovak bratislava
венгр будапешт : hungar budapest
румын бухарест : roman romania bucharest
болгар софи : bulgaria sofia
серб белград : serb belgrade
хорват загреб : croat zagreb
греци греческ грек афин : greece greek athens
кипр никоси : cypr nicosia
турци турецк турк анкар стамбул : turk ankara istanbul
дани датск датчан копенгаген : denmark danish dane copenhagen
швеци шведск швед стокгольм : sweden swedish swede stockholm
норвег норвеж осло : norw oslo
финлянд финск финн хельсинки : finland finnish finn helsinki
исланд рейкьявик : iceland reykjavik
литв литов вильнюс : lithuania vilnius
латви латыш риг рижск : latvia riga
эстон таллин : estonia tallinn
украин киев : ukrain kyiv kiev
белорус беларус минск : belarus minsk byelorussia
молдов молдав кишин : moldov chisinau moldavia
груз тбилис : georgia tbilisi
армен армян ереван : armenia yerevan
азербайдж баку : azerbaijan azeri baku
казах алма алмат астан нур султан : kazakh almaty alma astana nur qazaq
узбек ташкент : uzbek tashkent
кыргыз киргиз бишкек : kyrgyz bishkek kirghiz
таджик душанбе : tajik dushanbe
туркмен ашхабад : turkmen ashgabat
монгол улан : mongol ulaanbaatar
кита кнр пекин поднебесн : china chinese beijing peking prc
гонконг : hong hongkong kong
шанха : shanghai
тайван тайбэ тайбе : taiwan taipei
тибет : tibet
япон токио : japan tokyo nippon
коре кндр пхеньян сеул кореец : korea dprk pyongyang seoul rok
инди делийск дели : india delhi
пакистан исламабад : pakistan islamabad
бангладеш дакк : bangladesh dhaka
афган кабул : afghan kabul
иран тегеран перс : iran tehran teheran persia
ирак багдад : iraq baghdad
сири дамаск : syria damascus
израил тель иерусалим еврей : israel tel jerusalem jew
палестин газ : palestin gaza
егип каир : egypt cairo
саудовск сауд эр рияд : saudi riyadh
оаэ эмират абу : uae emirat united abu
катар дох : qatar doha
йемен : yemen
иордан : jordan
ливан бейрут : leban beirut
ливи триполи : libya tripoli
алжир : algeria algiers algier
марокк : morocc
тунис : tunis
эфиоп аддис : ethiop addis
юар южноафр южно африк : south sa african africa
кени найроби : kenya nairobi
нигери : nigeria
вьетнам ханой : vietnam hanoi
таиланд тайск бангкок таилан : thai bangkok
мьянм бирм : myanmar burm
индонез джакарт : indonesia jakarta
филиппин манил : philippin filipin manila
австрал канберр сидне : austral canberra sydney aussie
нов зеланд веллингтон новозеланд : new zealand wellington kiwi
канад оттав : canad ottawa
мексик мехико : mexic
бразил : brazil
аргентин буэнос айрес : argentin buenos aires
чили : chile
колумби богот : colombia bogota columbia dc
венесуэл каракас : venezuela caracas
куб гаван : cuba havana
квебек : quebec
`;

/** Places, institutions and words that stand in their names. */
export const OTHERS = `
нью йорк ньюйорк : new york ny
лос анджелес : los angeles la
сан франциско : san francisco
север : north
южн юг юж : south
запад : west
восток восточ ближн : east middle orient
европ евро : europ eu euro
ази : asia
африк : africa
арктик : arctic
антаркти : antarctic
кавказ : caucas
крым : crimea
донбасс донецк луганск : donba donetsk luhansk lugansk
петербург питер ленинград санкт спб : petersburg st saint leningrad
глазго : glasweg
манчестер : mancun
ливерпул : liverpudl scous
чечн чечен : chechn chechen
татар казан : tatar kazan
сибир : siberia
урал : ural
черн : black
красн : red
бел : white
балти : baltic
тихоокеан тих : pacific
атлант : atlantic
средиземн : mediterranean
краков : krakow cracow
мюнхен : munich
кельн : cologne
ницц : nice
неапол : naples
флоренци : florence
венеци : venice
милан : milan
турин : turin
страсбург : strasbourg
антверпен : antwerp
гетеборг : gothenburg
лейпциг : leipzig
нижн : lower nizhny
верхн верховн : upper supreme high
свят : st saint holy san
оон объединен : un united nations
нато североатлантическ : nato alliance
ес евросоюз евросою еэс : eu european union
евросовет : european council
воз : who world health
вмф флот : navy naval fleet
мвф : imf international monetary fund
фрс : fed federal
ввс : bbc air force raf
бибиси би : bbc
си эн : cnn
фбр : fbi federal bureau
цру : cia central intelligence
анб : nsa
магатэ : iaea international atomic
обсе : osce organization organisation security
снг : cis
шос : sco
брикс : brics
еаэс евразийск : eaeu eeu eurasia
одкб : csto
ецб : ecb
мид : foreign ministry mfa
мвд : interior mvd
минобороны мо : defense defence ministry mod
минздрав : health ministry
минфин : finance treasury ministry
минюст : justice department ministry doj
госдеп : state department
госдум дум : duma state
цб центробанк : central bank cbr
цик : cec central election
фсб : fsb federal
гру : gru
мок олимпи : ioc olympi
фифа : fifa football
уефа : uefa champions europa
апл премьер : premier epl
нба : nba basketball
нхл : nhl hockey
нфл : nfl
наса : nasa
минобр минкульт минпром минэнерго минтранс минэк минсел минтруд минприрод минстро минцифр : ministry education science culture industry trade energy transport economic agricultur labour labor environment construction natural
росреестр роскомнадзор росздравнадзор росприроднадзор ростехнадзор россельхознадзор рособрнадзор ростуризм роскосмос росстат роспотребнадзор росгвард росавиац росфин : federal service state national russia agency guard
юнеско : unesco
юнисеф : unicef
вто : wto
опек : opec
нафта : nafta
сиэнэн : cnn
бибиси : bbc
эйбиси : abc
энбиси : nbc
сибиэс : cbs
тасс : tass
бог бож господ аллах : god lord allah
риа : ria
интерфакс : interfax
рейтер : reuters
синьхуа : xinhua
белая : white
белодомовск : white
пентагон : pentagon
отечеств отчизн родин : fatherland motherland homeland
даунинг : downing
рождеств : christmas
пасх : easter
библи : bibl
христ христиан : christ
ислам мусульман : islam muslim moslem
иуде иудаизм : juda jew
католи : catholic
православн : orthodox
интернет сет : internet web
фейсбук : facebook meta
ватсап вотсап : whatsapp
ютуб ютьюб : youtube
инстаграм : instagram
твиттер : twitter
гугл : google
эпл эппл : apple
майкрософт : microsoft
амазон : amazon
демократ : democrat dem
республикан : republican gop rep
лейборист : labour labor
консерватор тори : conservativ tory tories
гебрид внешн : hebrid western isles outer
нормандск : channel norman
мальвин фолкленд : falkland malvin
ла манш : english channel
тауэр : tower
гидромет метеобюро метеослужб метеорологическ : met meteorolog weather hydromet
скотланд ярд : scotland yard metropolitan met
казначейств : treasury exchequer
меджлис : majlis mejlis parliament
сейм : sejm seim saeima
хезболл хизболл хизбалл : hezbollah hizb
игил иг даиш исламск : isis isil is islamic state daesh
каид : qaeda qaida
хусит : houthi huthi
фатх : fatah
рпк курд : pkk kurd
рохиндж : rohing
евре : jew hebrew
цыган : gyps
уйгур : uyghur uighur
баск : basque
каталон : catal
андалус : andalus
галис галици : galici
кастил : castil
тоскан : tuscan
ломбард : lombard
сицил : sicil
сардин : sardin
пьемонт : piedmont
апул : apulia puglia
фландр фламанд : fland flem
бавар : bavaria bayern
саксон : saxon
тюринг : thuring
силез : silesia
померан : pomeran
бургунд : burgund
бретан бретон : brittany breton
лотаринг : lorraine
эльзас : alsace
саво : savoy
корсик : corsica
лапланд : lapland
кенигсберг : konigsberg koenigsberg
львов : lviv lvov
харьков : kharkiv kharkov
чернобыл : chornobyl chernobyl
чернигов : chernihiv chernigov
николаев : mykolaiv
абхаз : abkhaz
осети : ossetia
карабах арцах : karabakh artsakh
дунай дуна : danube
темз : thames
висл : vistula
тибр : tiber
хуанхэ : yellow huang
днепр : dniep dnip
днестр : dniest nistru
альп : alps alpin
пирене : pyrenees
скалист : rocky rockies
джомолунгм : everest
мертв : dead
желт : yellow
новый новая новое новой нового новую новых : new
велик : great greater
дальн : far
центральн : central
залив : bay gulf
кремниев силиконов : silicon
лувр : louvre
эрмитаж : hermitage
йел : yale
коран : quran koran
рамадан : ramadan
байрам : eid bayram
песах пейсах : passover pesach
пап : pope papal
патриарх : patriarch
благодарени : thanksgiving
паралимпи : paralympi
ролан гаррос : roland garros french open
бундеслиг : bundesliga
лиг : league liga
кубк кубок : cup
фольксваген : volkswagen vw
хенд хенде хунда : hyundai
хуавэ : huawei
эйрбас аэробус : airbus
аэрофлот : aeroflot
ржд железнодорож железных железной железные : railway railroad rail rzd
мчс : emergenc emercom
рпц : russian orthodox church
ран : academy sciences ras
мгу : moscow state msu lomonosov
цска : cska
фсин : prison penitentiary
ск скр следком следств : investigative committee investigat russia federation
гибдд дпс госавтоинспекц : traffic police
фас антимонопол : antimonopoly federal
фнс : tax service federal
фссп пристав : bailiff
иа информагентств : news agency
вуз : higher education universit
спч : human rights council
жкх : housing utilit
всу : afu armed ukrain
сбу : sbu security
днр : dpr dnr donetsk
лнр : lpr lnr luhansk lugansk
фатф : fatf
мус : icc criminal
еспч : echr court human
пасе : pace parliamentary
семерк большая : g7 seven
двадцатк : g20 twenty
атэс : apec
асеан : asean
лаг : arab league
мсфо : ifrs
ввп : gdp
спид : aids
вич : hiv
днк : dna
ковид коронавирус : covid coronavirus
`;

/** American states as agencies cut them short: R-Va., Blue Bell, Pa. */
export const STATES = `
вирджини : va
пенсильвани : pa penn
калифорни : calif
массачусет : mass
мичиган : mich
коннектикут : conn
иллинойс : ill
индиан : ind
флорид : fla
джорджи : ga
теннесси : tenn
вашингтон : wash
аризон : ariz
миннесот : minn
висконсин : wis
миссури : mo
луизиан : la
алабам : ala
миссисипи : miss
орегон : ore
колорадо : colo
каролин : nc sc
джерси : nj
мэриленд : md
вермонт : vt
техас : tex
оклахом : okla
кентукки : ky
невад : nev
`;

/** Squares, streets and hills by which the press means who sits there. */
export const SEATS = `
смоленск : smolensk foreign ministry mfa russia
старая : staraya old presidential administration kremlin
лубян : lubyanka fsb federal security
петровк : petrovka police
охотн : okhotny state duma russia parliament
неглинн : neglinnaya central bank
краснопресненск : krasnopresnenskaya government
капитоли : capitol congress hill
пенсильвани : pennsylvania white house
фогги боттом госдеп : foggy bottom state department
лэнгли : langley cia
даунинг стрит : downing street british government prime
уайтхолл : whitehall british government
уолл : wall
банков : bankova ukrain presid office
кэ дорсе : quai orsay french foreign
елисейск : elysee french presid
`;
