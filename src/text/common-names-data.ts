/** Frequent words that are names, lower case, ё as е; made by training/common-names.py. */
export const COMMON_NAMES: Readonly<Record<string, string>> = {
  en:
    'aaron abbey abbott abe aberdeen abigail abilene abraham abu abuelita academy ackerman acosta adam adams ' +
    'addis adelaide adele adler adolf adrian affleck afghan afghanistan africa african africans afro agatha ' +
    'aguilera ahmet ai aida aids aires akasaka akira ala alabama alain alan alaska albania albanian albanians ' +
    'albany albert alberta alberto alec aleksandr aleppo alessandro alex alexander alexandra alexandria alexei ' +
    'alexi alexis alfonso algeria algerian algiers alhambra ali alice alina alisa alistair alla allah allan allen ' +
    'alps alto aly alyona alzheimer amadeus amanda amara amazon amelia america american americans americas ' +
    'amnesty amsterdam amy ana anaheim anand anarchy anastasia anatolia anatoly anders andersen anderson andrade ' +
    'andreas andrei andres andrew andrey android andy angela angeles anglia anglican anglo angola angus ani ania ' +
    'anjou ankara ann anna anne annette antarctic anthony antichrist anto antoine anton antonio antonov antwerp ' +
    'anya apache apex aphrodite apollo apostle appendix appleton arab arabia arabic arabs archdeacon archie ' +
    'arctic arenas argentina argentine argentinian argo ariana aristotle arizona arkady arkansas armando armenia ' +
    'armenian armenians armstrong arnie arnold arrakis arthur artur aryan asante ascot ashcroft ashton asia asian ' +
    'assad assange aston astor astra athenian athens athos atkinson atlanta atlantic atms atreides auckland audi ' +
    'audition audrey augustus aurelius aurora aussie austin australia australian australians austria austrian ' +
    'avalanche avengers avenue aviv axel aztec azure babylon babylonian bach baghdad bahadur bahamas bahrain bain ' +
    'baja baku bale balfour bali balkan balkans balthazar baltic baltimore bam banco bangkok bangladesh banksy ' +
    'baptist barack barbara barcelona barnes barnett baronet barra barrett barry barrymore bart bartlett baruch ' +
    'basel bash bassett batman bavaria bavarian baxter baywatch bec beckham becky beethoven begum beijing belarus ' +
    'belfast belgian belgium belgrade bellamy bellini belvedere ben bender benedict bengali beni benidorm benitez ' +
    'benjamin bennett bento benz beowulf berber bergen berkeley berkshire berlin berlusconi bern bernadette ' +
    'bernard bernardino berwick bethlehem betsy beverly bible biden bieber billie billy binder bing bingham ' +
    'bionic birger birmingham bitcoin bitty blackbird blackburn blackstone blackwell blair blaise blake blanc ' +
    'blizzard bloomberg bloomingdale blowfish blu bluebeard blues bluetooth bob bobby bobo bode bodhisattva ' +
    'boeing boer bogdan bogota bohemia bohemian bohr boko bolivia bolivian bolshevik bolshoi bolton bombardier ' +
    'bonn bonnie boo booker boone boorman bordeaux boris borman bosch bosco bosnia boston botswana bough boulder ' +
    'bowen boyd boyle br brad bradford bradley bradshaw brady brandenburg brandon brandt brat brava bravo braxton ' +
    'bray brazil brazilian brazilians brecht bremen bremer brenda brendan brexit brezhnev brian brighton brisbane ' +
    'bristol britain british britons brits brittany britten broadway brodsky bromley broncos broner brooklyn ' +
    'brooks bros brotherhood bruce bruges brunel brunswick brussels brutus bryan buck buckingham budapest buddha ' +
    'buddhism buddhist buddhists buenos buffalo buffett buick bukowski bulgaria bulgarian bulgarians buller ' +
    'bulletproof bunsen burg burgess burgundy burke burley burma burroughs busch byron byzantine cadillac caesar ' +
    'cain cairo calabria calais calcutta calderon caleb cali california californian callaway callum calvin ' +
    'cambodia cambridge cameron cameroon campbell canada canadian canadians canary canberra cancun cannes canning ' +
    'cantor canyon cao cape capitol caracas cardiff cargill caribbean carl carlo carlos carly carmichael carnegie ' +
    'carol carolina caroline carrington carroll carruthers carson cartagena carter carthage cartwright cas ' +
    'cascading casey caspian castillo catalan catalonia catherine catholic catholicism catholics caucasian ' +
    'caucasus cavendish cds celsius celtic ceres cervantes cesar chad chamberlain champa championships chan ' +
    'chanel chang chaperone chaplin chapstick charles charlie charlotte chavez che chechen chechens chechnya ' +
    'chekhov chelsea chen cherie chernobyl chewbacca chicago chiefs chile chilean china chinatown chinese chirac ' +
    'chloe chris christ christendom christi christian christiane christianity christians christie christina ' +
    'christmas chrome chromium chu churchill cincinnati cirque citadel ciudad clapper clara clark clarke claude ' +
    'claudia claus clemens clement cleveland clifford clifton clinton clovis clyde cnn cobb coconut coe cohen col ' +
    'cole coleman coles colin collegiate collingwood collins colombia colombian colonna colorado columbia ' +
    'columbus commonwealth como compton confederates congo congress connecticut conrad constable constantine ' +
    'constantinople conte convention cooke cooper copenhagen copilot corbyn corcoran cordero cordoba cork ' +
    'cornelius cornell cornwall corp corpus cortes cosmopolitan cosmos cossack cossacks costa coulson cove ' +
    'covenant coventry cowan cowboys craig cramer cree cretaceous crete crimea crimean cristiano croatia croatian ' +
    'croix cruises crusher cruz cuba cuban cupid curia curran cutler cybermen cynic cynthia cyprus cyrus czech ' +
    'czechoslovak czechoslovakia czechs dada dag dakota dalai daleks daley dali dallas dalton daly damascus damon ' +
    'dan dandelion dane danes daniel danish danny danube darrell darth darwin dasha dass dave davenport david ' +
    'davidson davies davis dawkins dax dayton debbie delano delhi dem democrat democrats deng denis denmark ' +
    'dennis denny denver depp dervish detroit deutsche devon dewar dewey dexter diana diaz dicaprio didier diego ' +
    'digby dil dima dimitri dionysus dior directorate disney disneyland disraeli diwan dixon django dmitri dmitry ' +
    'dobson docker dod doe doherty dolby dolittle dolly dolores dominican donald donna donnelly doolittle doon ' +
    'doris dorn dorothy dorsey douglas douglass dow doyle dr draco dracula dragonfly drake dresden drexel dubai ' +
    'dublin dubois duc duchamp dudley duma dumont dun dunbar duncan dundee dunn duquesne duran durham dutch ' +
    'dutchman dutton duval dwight dwyer dylan earl earls east eastenders easter eaton ebola eclipse ecuador ed ' +
    'eddie eden edgar edie edinburgh edison edmonton edmund edna eduard eduardo edward edwards edwin egor egypt ' +
    'egyptian egyptians ehrlich eid eiffel einstein el eleanor elena eleventh elias elizabeth elizabethan ellen ' +
    'elliot ellis ellison elon elvis emerson emilia emily emir emma emmanuel emory england english englishman ' +
    'enigma enlightenment enrique eric ernst escobar esme essex estonia estonian estrada ethan ethel ethiopia ' +
    'ethiopian eton eugene euphrates eurasian europa europe european europeans eurovision evan evans everest evie ' +
    'evo ewing excellency exeter expeditionary explorer ezekiel fabio fabrizio facebook fairfax falk fannie farah ' +
    'farid farrah farrell fashioned fatah fatima fausto faye federation federico fedex fedor feeney fein felipe ' +
    'felix feng fenner fenton ferdinand ferengi ferguson fernand fernando ferrari ferrell fetch fey fi fife fifi ' +
    'figaro fiji filipino finch fini finland finney finnish fiona fischer fisher fitzgerald fitzpatrick fixer ' +
    'flanagan flavored fleck fleming florence florida floyd forbes ford forester foucault france francesco ' +
    'francis francisca francisco franco francois frankfurt frankie franklin franz frasier fred freddie freeman ' +
    'french frenchman frenchmen fresno freud friedrich fritz fugue fukushima fuller fungal funk fyodor gabby gabi ' +
    'gable gabriel gaddafi gaffney gaga gagarin galicia galileo galina gandhi ganges ganymede garcia garland ' +
    'garry garvey gary garza gatorade gatsby gaucho gaulle gault gautier gaveston gavin gaza gees geiger gekko ' +
    'gemini gen genesis geneva genevieve genghis geoff geordie george georges georgia georgian georgy german ' +
    'germanic germans germany gestapo getty geum ghana gibson gilles gina ginza giorgio giovanni giro giselle ' +
    'gita giuliani giuseppe gladstone glasgow glenn glint gloria gloucester glover god goddard gogh gogol goldman ' +
    'goldstein gomez gonzalez google gordon gorgon gorky gospels gotham gothenburg gould gov graff graham grail ' +
    'grainger grammy grange grantham granville greco greece greek greeks greene greenland greenpeace greenway ' +
    'greg gregor gregory griffin grigory groot gruber guadalajara guam guangdong guangzhou guardian guatemala ' +
    'guerre guevara guido guild guillermo guinness gulf gulliver gunn gurney gustav guzman hadrian hagen hague ' +
    'haifa haiti hakan hale halley halloween hamas hamburg hamid hamilton hamish hammett hammond hampshire ' +
    'hampton han hangout hanoi hans harald haram hardy harlem harmonic harriet harris harrison harry harvard ' +
    'harvey hasan hasegawa haskell hassan hathaway hatter hattori haute havel hawaii hawaiian hawking hayek healy ' +
    'heather heathrow hebrew heidelberg heidi helen helix helsinki henry herald hereford herman hermann hermitage ' +
    'hernandez herod herr herrera herschel hershey hertfordshire hester hewlett hezbollah hicks higgins higgs ' +
    'highness hillary hilton hin hindu hinduism hindus hiroshima hirsch hispanic hitler hitman hives hodge hoff ' +
    'hogan hogg hokkaido holden holland hollywood holmes homer hon honda honduras hong honolulu honza hoover ' +
    'hopkins hora horde horsemen hossein housewives houston howard howell howie hoy hua hubble hudson huerta hugh ' +
    'hughes hugo hulk hull hungarian hungarians hungary huntsman huskies hussein hutton hydro hypnotism ian ib ' +
    'iceland icelandic ida ids igor illinois ilya inc incan india indian indians indies indonesia indonesian ' +
    'inseminated instagram institute intel interpol inuit iot iowa iqbal ira iran iranian iraq iraqi iraqis ' +
    'ireland irina irish irishman isa isaac isabel islam islamabad islamic islamist ismail israel israeli ' +
    'israelis istanbul italian italians italy ithaca ivan ivanov ivanovich jackie jackson jacksonville jacob ' +
    'jacobson jacques jae jaffa jagger jakarta jakub jamaica jamaican james jamie jana jane janeiro janet jang ' +
    'janice janssen japan japanese japs jared java javier jay jean jeb jeff jefferson jeffery jenkins jenks jenn ' +
    'jenner jennifer jenny jens jeremy jermaine jerusalem jesse jessup jesuit jesus jeter jew jewish jews jim ' +
    'jimmy joan joanne jocelyn joe joel joey johan johann john johnnie johnny johns johnson johnstone joker jolie ' +
    'jon jonah jonas jonathan jones jordan jordi jorge jos jose josef joseph josh joshua joyce jr juan juarez ' +
    'judah judaism judas judea judi judy jules julia julian julie juliet juliette julius juma jumpin junction ' +
    'jupiter jurassic justin ka kabul kafka kagan kagawa kala kalashnikov kamil kan kanda kane kansas kant kappa ' +
    'kar karachi kardashian karel karina karl karpov karzai kate kathmandu katie katrina katy katya kawashima ' +
    'kazakhstan kazan kearney keck keith kelly ken kennedy kenny kensington kent kentucky kenya kenyan kepler ' +
    'kern kerry kevin kevlar keystone khan khrushchev ki kiev kilimanjaro kim kimberley kingdom kirby kirill kirk ' +
    'kirov kitty klan klaus klein klux knapp knox ko kobe koch kodak kohl koizumi kok kolya komsomol kong ' +
    'konstantin koran korea korean koreans kosovo kostya kramer krav kremlin kris krishna kristen kristina kroll ' +
    'ku kublai kumar kuo kurds kurt kuwait kyle kyoto labrador laden ladyship lahore lakshmi lama lamar lamb lana ' +
    'lancashire landfall lang langford lanka lao lapland larry larson las lasso latin latvia latvian lauder laura ' +
    'lauren laurence laurie lawless lawn lawrence lawson layla lazarus le lea leaflet leary leavenworth lebanese ' +
    'lebanon lech lee leeds leer lehman lei leicester leipzig leith lena lenin leningrad lennon leo leon leonardo ' +
    'leonid les lesbos lester leto lev levee levin lewis lexus leyden li liam lib liberties libya libyan lida ' +
    'liddell liechtenstein ligament lim lima lincoln lincolnshire linda lindsey lino linus linux lionheart lira ' +
    'lisa lisbon lisi lisp liszt lithuania lithuanian liu liverpool livingston lloyd locator loch locke logan ' +
    'loic london lopez lord loren lorenzo lorraine los lou louie louis louisiana louisville louvre lowery lowry ' +
    'loy lt ltd luc lucas lucca luciano lucy ludwig luigi luis luisa lukas luke luna luther luxembourg luz lyman ' +
    'lynn lyon lyra ma mac macarthur macau macbeth macdonald macedonia mackay mackintosh macmillan madame madeira ' +
    'madero madison madonna madrid mae maga maggie magnolia mahal mai maj majesty majorca maksim malawi malaysia ' +
    'malaysian malcolm mali malta maltese manchester mandarin mane manhattan manitoba manning manson manticore ' +
    'mantua manuel mara marat marc marcel marchioness marco marconi marcus margaret margarita margot maria ' +
    'mariana marie marilyn marina mariners marino mario marlborough marley marquess marquez marquis mars ' +
    'marseille marshall marta martel martha martian martin martinez marx marxism marxist mary maryland mash masha ' +
    'masonic massachusetts mastercard mathieu matt matthew maui maurice mauritius maxim maximilian maya mayan ' +
    'mayo mazda mccain mccall mccarthy mcclure mcconnell mccoy mcdonald mcguire mckay mckee mckenna mclaren ' +
    'mcnair mcqueen mecca medicaid medina mediterranean mee megan mehdi melbourne melina melinda melissa mellon ' +
    'mendez mercado mercedes merton mesopotamia messi meteor methodist mexican mexicans mexico meyer miami ' +
    'michael michel michelle michigan mickey microsoft mics middleman midlands mig miguel mike mikey mikhail mila ' +
    'milan milanese miley miliband mille miller millers milton milwaukee min minecraft minerva ming ministry ' +
    'minkus minneapolis minnesota minnie minotaur minsk minster mir miranda miriam misha mississippi missouri ' +
    'mister mitch mitchell mitsubishi mitt mitzvah miyagi mo modi moffat mohamed mohammad mohammed moldova ' +
    'molotov mommies mona monaco mondays monet mongol mongolia mongolian mongols monica monroe monsieur montague ' +
    'montana monte montenegro monterrey montgomery monti montparnasse montreal moody moomin moonlighting moor ' +
    'moore moors mora morales morehouse moreno morgan mori moriarty moroccan morocco morpheus morris morrison ' +
    'morse mortimer morty moscow moses moss motors mowgli mozambique mozart mps mr mrs ms mt mubarak mueller ' +
    'muhammad muir mulan munich munster murata murchison murdoch murphy murray musk muslim muslims mustafa myer ' +
    'myers myra mythbusters nacho nadezhda nag nagano nagoya nam namibia nana nancy naomi naoto naples napoleon ' +
    'napoleonic napoli narita nashville nassau nasser nastya nat natalia natalya natasha nathalie nathan nato ' +
    'navarro navy nazi nazis neal neapolitan nebraska neil nelly nelson nepal neptune nerds nero netflix ' +
    'netherlands nevada newcastle newcomer newfoundland newman newport newsweek newton nicaragua nicholas ' +
    'nicholls nick nicodemus nicolas niels nielsen nigel niger nigeria nigerian nike nikita niklaus nikola ' +
    'nikolai nikolay nile nilsson nina nippon nissan nixon nobel noda nokia noor nord nordic norfolk norman ' +
    'normandy normans norris norse northumbria northwestern norton norway norwegian norwegians notre nottingham ' +
    'nova nr nutcracker nye oakland oates oaxaca obama observatory odessa odysseus ohio oklahoma oksana oleg olga ' +
    'oliver olivier olli olya olympian olympic olympics omaha oman omar omnibus ontario oregon orleans orlov orr ' +
    'ortega orthodox orthodoxy osaka osama oscar oscars oslo osmond oswald othello ottawa otto ottoman oval owen ' +
    'oxford pablo pacific packard packers padilla padres padua pail pakistan pakistani palais palestine ' +
    'palestinian palestinians palmer palo panama panthers paolo papa paparazzi papua paraguay parallels pari ' +
    'paris parisian parkinson parma parsons pasadena pasha paso patricia patrick patti paul pauli paulo pavel ' +
    'payne paypal peabody pearson pedersen pediatrics pedro peking pelham pembroke pena penelope penitentiary ' +
    'penn pennsylvania pentagon percocet percy perez perm perry persephone persia persian persians perth peru ' +
    'peruvian pete peter peters petersburg peterson petro petrov petrovich petrovna petticoat petya phd phelps ' +
    'phi phil philadelphia philharmonic philip philippines phillip phineas phoenix phuket pi picasso pickett ' +
    'piero pierre piers pieter pike pilate pinocchio piotr pisa pitt pittsburgh pixy planck planters plata ' +
    'playhouse pleiades pluto plymouth pocahontas poe poland polish polynesian polytechnic pompeii pont pontiff ' +
    'pontius pope popper porsche portland portman porto portugal portuguese posies potsdam pow powerpoint prada ' +
    'prague prairies prasad premier prendergast prentiss presbyterian presley prez princeton prix prof protestant ' +
    'proust provence provisional pruitt prussia prussian psi puerto puma pune puritan pushkin putin pyotr python ' +
    'qaeda qatar qing qt quantico quay quebec queensland quinlan quixote quran rachel rada rafael rafferty ' +
    'rafters rahman rainer ralph ralston rama ramirez ramon rangers raphael rashid raymond reagan rebecca recep ' +
    'recital redmond reds reed regatta regimental regis reich reid rembrandt remus renaissance renault reno ' +
    'renoir rep republic republican republicans rev reverend rex reyes rhine rhode rhodes rhonda rica rican ' +
    'ricardo richard richardson richie richmond rick rico riga rihanna riley rin rio ritchie riverside robbie ' +
    'robert roberto roberts robertson robin robinson rocha rochelle rochester rockefeller rockstar rodgers rodman ' +
    'rodriguez rogan roger roland rom roma roman romania romanian romanians romans rome romero romney ron ronald ' +
    'ronaldo roos roosevelt rory rosary roseanna rosenberg rosenthal rosetta ross rossi rossum rostov roth ' +
    'rothschild rotterdam rouen rouge rousseau rover rowan roy rubik rubio ruby rudolf rudolph ruiz rumsfeld ' +
    'rupert rus ruslan russel russell russia russian russians rust ruth rwanda ryan saab saad sabbath sabina ' +
    'sabrina sachs sacramento saddam sade safari sagittarius sahara saint salazar salle salman salvador salvo sam ' +
    'samara samaritan sami sammy samuel san sanchez sanders sandoval sanjay sano sant santa santana santiago ' +
    'santos sao sara sarah sarajevo sardinia sartre sasha saskatchewan satan satoshi saturdays saturn saudi ' +
    'savior sawyer scala scandinavia scandinavian scarborough schiller schmeling schmidt schmitt schroeder ' +
    'schultz schwartz schwarzenegger scot scotia scotland scots scott scottish scrabble sean seattle sebastian ' +
    'sefton seinfeld selena selma selwyn semyon sen senate sendai seneca seoul serbia serbian serbs sergei sergey ' +
    'sergeyevich sergio serrano seuss severus seymour sforza shabbat shah shakespeare shakira shale shane ' +
    'shanghai sharif sharkey sharon shaw shawn shear sheffield shelley shen sheng shenzhen sheridan sherlock ' +
    'shetland shinto shiraz shiva shoal shrek shrewsbury shu siberia siberian sicilian sicily sierra sigmund ' +
    'silicon silva simon simone simpson simpsons simulator sinai sinaloa sinatra singapore singh sistine sisyphus ' +
    'skies skinner skoda skype slack slavic slavs sloane slovak slovakia slovenia smallville smith snapchat snape ' +
    'snappy snowden socialists sodom sofia soho sol solaris soleil solomon solovyov somali somalia somerset sony ' +
    'sonya sook sophie soriano sorrento sotheby sou south southampton southeastern southerners souza soviet ' +
    'soviets soyuz spain spangler spaniard spanish spartacus spartans spears speedometer spielberg spitzer spock ' +
    'springsteen sputnik sr sri st stace stahl stalin stan stanford stanislav stanley starfleet stargate steelers ' +
    'stein steinberg stepan stephanie stephen stephenson steve steven stevens stewart stifler stiles sto ' +
    'stockholm stoic strait strasbourg strasser streep stripe stuart stuttgart sudan suez suffolk suk sullivan ' +
    'sultan sultana sumatra sundance sundays sunni supplemental supreme surrey susan sutton suzanne svetlana ' +
    'swahili swanson sweden swedes swedish sweeney swindon swiss switzerland sybil sydney sykes sylvia syracuse ' +
    'syria syrian syrians szabo tahiti taipei taiwan taj takashi talbot taliban tallinn talmud tam tamara tampa ' +
    'tanaka tanya tanzania tarantino taro tasmania tate tatiana tatyana tau taylor tchaikovsky te ted tehran tel ' +
    'telegram telegraph telugu templar templeton tennessee teresa terry tesla tess texan texas thai thailand ' +
    'thames thanksgiving thatcher theresa thessaloniki thomas thompson thomson thor thorne thorpe thursdays ti ' +
    'tiberius tibet tibetan tigers tigris tijuana tilly tim timothy timur tina titan titanic tobin tobruk toby ' +
    'todd toffee togo toki tokyo toledo tolstoy tom tomas tombs tony tor torah tories toro toronto torres tory ' +
    'toulouse tourette toyota tracy trafford tran trang travis tre tremblay trent trenton trevor trinidad trinity ' +
    'tripoli tron trump tse tu tucker tuesdays tula tung tunisia turin turing turkey turkish turks turnbull ' +
    'turner tuscan tuscany tvs twine twitch twitter tyler tyne tyrone uber uganda ukraine ukrainian ukrainians ' +
    'ulster ulysses unicef united unreachable uppsala urals uranus urdu uruguay ust utah utica uzbekistan va ' +
    'vader vadim vagrant vai valdez vale valencia valentin valentina valentine valentino valera valeria valerio ' +
    'valery valle valley vancouver vanderbilt vanessa vanya vargas vasily vasya vatican veda vegas venezuela ' +
    'venezuelan venice venus vera veracruz verde vernon versailles vesta vestal viagra vick victor victoria ' +
    'victorian vienna viennese viet vietnam vietnamese viking vikings viktor villanueva vin vince vincent vinci ' +
    'virgin virginia virgins viscount vitya viva vlad vladimir vladimirovich vladivostok vogue volga volkov ' +
    'volkswagen volodya vova vronsky vuitton wade wagner walcott walden wales waller walmart walsh walt walter ' +
    'walters walton wanda wang warner warren warsaw warwick washington wat watchtower watson wayne webb webber ' +
    'weber webster wednesdays wei weinstein welch welsh welt wendy werner wesley west western westerners ' +
    'westminster whatsapp whitehall whitehead whitman wi wiggins wikileaks wikipedia wilkie wilkinson willard ' +
    'william williams williamsburg willoughby wilmington wilson wimbledon windsor winehouse winnipeg winston ' +
    'wisconsin witchcraft wolfgang wonderland wozniak wright wyatt xbox xerox xi xu yahoo yakov yale yalta yamada ' +
    'yamaguchi yan yang yanni yano yarn yegor yelena yeltsin yemen yevgeny yogi york yorker yorkshire yosemite ' +
    'youtube yu yugoslav yugoslavia yugoslavian yuka yulia yumi yura yuri yusuf yves zagreb zambia zealand zelda ' +
    'zen zeus zhang zhao zhenya zhong zhou zhu zhukov zimbabwe zimmerman zod zooey zulu zurich',
  ru:
    'аарон аарона абу авраама австралии австралию австралия австрии адам адама адамса адель адлер адриан адриана ' +
    'азии азию аида ай айзек айова айове айрис ала алабаме алабамы алана алек алекс алекса александр александра ' +
    'алексей алексис ален алена алжир алжире али алиса алистер алисы аллан аллаха аллен аллена алонсо алфи ' +
    'альберт альберта альберто альварес альдо альфонсо альцгеймера альянса аляска амазонки амара америка америке ' +
    'америки америкой америку амстердаме ан анастасия анатолий ангелы англией англии англию англия андерсен ' +
    'андерсон анджела андре андрей андрес андрея анн анна анной анны антон антона антонио антуан анхель аня ' +
    'апокалипсиса апостол аравии аргентина аргентине аргентины аризона аризоне армстронг армстронга арнольд артур ' +
    'артура арчи астор атланта атланте атланты афганистан афганистана афганистане африка африке африки африку ' +
    'ашера багдад багдаде байрон байрона бак бакстер бали балтимор балтиморе барак барбара барнс барри барселоне ' +
    'барт бат бах башир беверли бейли бейонсе бекки белен белл белла беллами бельгии бена бендер бенджамин ' +
    'бенедикт бени беном беринг берк беркли берлин берлина берлине берн берри берроуз бертон бетси бетховен ' +
    'бетховена би библии библию библия билл билла билли биллом блейк блейка ближнего ближнем ближний блэйк блэр ' +
    'боб боба бобби бобом бобу божьим божью божья бойд бойл болгарии боливии бонд бордо борис бориса боско бостон ' +
    'бостона бостоне босх бразилии бразилию бразилия брайан брайану браун брауна брин британии британию британия ' +
    'бродвее бруклин бруклина бруклине брукс брэд брэдли брэдшоу брэндон брюс брюса брюсселе брюссель будапешт ' +
    'будапеште будда будды бун буратино буффало буш буша буэнос бэй бэнкс бэтмен вавилон вагнер вагнера валенсии ' +
    'валентин валентина валентино валера валерия вальтер ваня варвары варгас варшаве василий ватикан ватикана ' +
    'вашингтон вашингтона вашингтоне вебер вей вейл великобритании великобритания величества величество ' +
    'величеству вен венгрии вене венера венеры венесуэле венеции венецию венеция вену вены вернер верховного ' +
    'верховном верховный вест виагра википедии виктор виктора виктории виктория виктору виллы винсента винчи ' +
    'вирджинии вирджиния висконсин виталий влад владимир волкер вольфганг востока восточном восточный врат ' +
    'всемирной всемирный вуд вьетнама вьетнаме габби габи габриель габриэль габриэля гавайи гага гаити гамбурге ' +
    'гамильтон гамильтона гамлет гамлета ганди ганс гарвард гарварда гарви гарлеме гарри гарсиа гарсия гая гвидо ' +
    'гейтс гейтса гекко гектор генри генрих генриха георгий герман германией германии германию германия герр ги ' +
    'гибсон гибсона гильермо гитлер гитлера глазго глории глория го говард говарда гога голландии голливуда ' +
    'голливуде гомес гонконг гонконга гонконге гонолулу гонсалес гордон господня господь готье готэм грааль гранд ' +
    'графе грег грегор грейс греции греция григорий гримм грин гриффин гриффина грэй грэм грэмми гувер гугле гым ' +
    'гэвин гэри гэтсби гюнтер давид дадли далеков даллас далласа далласе дальнем данбар дании даниэль даниэля ' +
    'данн дарвин дарвина дауни дебби дев девис девой девы дейла дейли дели денвер денвера денвере дени денис ' +
    'денни деннис детройт дж джанет джареда джастин джастина джафар джеб джей джейми джеймс джеймса джеймсом ' +
    'джейн джек джека джеком джексон джексона джен дженкинс дженни дженнифер джереми джерси джесси джефа джефф ' +
    'джеффа джеффри джея джим джима джимми джини джо джоан джоанна джованни джозеф джозефа джойс джокер джон ' +
    'джона джонатан джонатана джонни джоном джонс джонса джонсон джонсона джонстон джонсу джону джордан джордж ' +
    'джорджа джорджем джорджии джорджия джоселин джоуи джош джошем джошуа джуди джузеппе джулиан джулиет ' +
    'джульетта джульетту джун диана диас дизель диксон дилан дип дисней диснея дмитрий дмитрия дойл долли долорес ' +
    'доминиона дональд дональда донна доннелли донны дороти доу древнем дрейк дрю дуайт дуайта дуглас дункан ' +
    'дункана дьюи дэвид дэвида дэвидом дэвидсон дэвиду дэвис дэвиса дэйли дэймон дэймона дэн дэниел дэнни дюбуа ' +
    'дюк евгений евгения европа европе европейский европу европы египет египта египте егор екатерина елена елены ' +
    'елизавета жак жака жаклин жан жана жанна женеве женя жизель жозе жорж жуан жюль запад запада звездных зевса ' +
    'зеландии зимней зод зоуи иан ив иван ивана иванова иванович ивановна иви игорь ида иден иерусалима ' +
    'иерусалиме изабеллы изабель израиле израиль израиля иисус иисуса иисусу иллинойс илья индии индию индия ' +
    'инстаграме интернета интернете интерпол иоанн иоанна иосиф иосифа ира ирак ирака ираке иран ирана иране ' +
    'ирина ирландии ирландию ирландия ирландского исаак исландии испанец испании испанию испания ист италии ' +
    'италию италия итана итон иуда йейтс йоги йозеф йонас йоркшире йоу ка каир каире кала кале калеб кали ' +
    'калифорнии калифорнийского калифорнию калифорния каллум кан канада канаде канаду канады канзас каннинг ' +
    'каньон кар кара карин карина карл карла карли карло карлос кармайкл каролина каролине каролины карсон ' +
    'карсона картер картрайт катрина катя квантико квинсе кевин кевина кейн кейси кейт келли кембридж кембридже ' +
    'кен кена кендалл кении кеннеди кенни кент кента кентукки керри ки ким кимберли кинг кинга киото кирби кирилл ' +
    'китае китаем китай китая клайд кларк кларка клаус клеменс кливленде клинтон клод клэй кляйн ковбоев козлов ' +
    'колин колином коллинз колорадо колумб колумбии колумбию колумбия коля комптон конго коннектикут конрада ' +
    'константин копенгагене копов коран корее кореи корею корея корнелл королевского королевстве корт коста костя ' +
    'коул коулсон коэн крамер креста крис криса крисом кристен кристи кристиан кристиана кристина кристину кросби ' +
    'круз куба кубе кубка кубы кумар купер курт кэйси кэлвин кэмерон кэмерона кэмпбелл кэннон кэрол кэрролл кэти ' +
    'кэтлин кэтрин ладена лайман ламар лариса ларк ларри ларсон лас латинской лау леви левин лего лейла лейси лен ' +
    'лена ленин лео леон леона леонардо лестер лиамом ливия лиза лизу лизы лили лим лима линдси линду линк ' +
    'линкольна линн лион лири литтл логан лонг лондон лондона лондоне лондонской лондону лопес лора лори лос ' +
    'лоуренс лоури лоусон лох лу луи луиджи луиза луизиана луизианы луис луиса лукас лукасом луне луны льюис лю ' +
    'людвиг людмила люком люси лютер лютера ма магнолия мадонна мадрида мадриде маи майами майер майк майка майки ' +
    'майкл майкла майклом майо мак макао макбет макдональд маки макинтош маккарти маккей маккенна макки маккой ' +
    'макс макса максим мали малибу малкольм малкольма мальборо мануэль манхэттен манхэттена манхэттене манчестер ' +
    'мар мара маргарет маргарита марго мардж мари марией марии марина марио марию мария марк марко марком маркс ' +
    'маркса маркус маркуса марли марокко марс марса марсе марсель марселя мартин мартина мартинес мартином марты ' +
    'маршалла массачусетс матье мауи маунт маус маша меган мейер мексика мексике мексики мексику мелисса мельбурн ' +
    'мери меркурий мерло мерфи метеор мехико мигель микки милана милане миллер миллера милуоки министерстве ' +
    'министерство миннесоте минни минобороны мириам мис миссисипи миссури митч митчелл митчелла михаил михаила ' +
    'михаэль мичиган мичигане миша мишель мияги мо молли монако моне моника монк монреале монреаль монро монтана ' +
    'монте монти мону мора моралес морган моргана морено мориарти моро моррисон морс морти мортимер москва москве ' +
    'москву москвы мосс моцарта муди мун мур мура мухаммед мэгги мэдисон мэй мэннинг мэри мэриленд мэрилин мэтт ' +
    'мэтта мэтью мюллер мюнхен мюнхене мюриэл мюррей наварро най наоми наполеона нассау натали наталья натан нато ' +
    'наций неаполь невада неваде нелли нельсон нигерии ник никарагуа никлаус никола николаевич николай николас ' +
    'николая николс николя никсон никсона нил нила нилу нильс нильсен нина нины нобелевской нобелевскую нокс ' +
    'норвегии норман нормана нормандии норрис нортон норфолк нью ньюсом ньютон ньютона обама обаму обамы ' +
    'объединенных огайо одиссея одри оз оклахома оксфорд оксфорда оксфорде олег оливер оливера олимпиаде ' +
    'олимпийских ольга оля омега орегон орлов ортега осака оскар осло остин остине отелло отто оуэн пабло павел ' +
    'павла пайн пакистан пакистана пакистане палм палмер палмера пало париж парижа париже паркинсона паркс ' +
    'парсонс паскаль пасха пасхи пасху патрик патрисия паттерсон патти паша пекин пекине пен пенса пенсильвании ' +
    'пенсильвания пентагона пентагоне пенья перес перри перси персональный перу петер петр петра петров петрович ' +
    'петя пи пибоди пикассо пинк пиноккио пирс пит пита питер питера питере питером питерс питт питтсбурге планка ' +
    'плейс плутон погружение пойнт поль польша польше польши польшу портер портера португалии поттер праге пратт ' +
    'прентисс пресли принс пси пуаро путешественника путин путина пьер пьеро пэйн пэтти райан райана райли райт ' +
    'ральфа рам рамирез рамирес рассел рассела рафаэль рафаэля раффи раш рашид рейгана рейес рейн рейна ' +
    'республики риверс риверсайд рид рик рика рикардо рим рима риме римской рин рино рио рич ричард ричарда ' +
    'ричардсон ричмонд ричмонда роб роба робби роберт роберта роберто робертом робертс робертсон робин робина ' +
    'робинсон рог роджер роджера роджерс родригез родс рождества рождество рождеством рождеству розанна рой ' +
    'ромеро ромни рональд рональда ронда рори росса росси россией россии россию россия роуд роуэн рошель роя руби ' +
    'рудольф рузвельт руис румынии руни руперт руслан руссо рут рэй рэйчел рэмси сабина саид сайкс саймон сайрус ' +
    'сакраменто салазар салливана саммер сан сандерс сандра сано сансет санта сантана санте сантос санту санты ' +
    'сантьяго санчес сара сарой сары саттон сатурн сатурна саудовской саус саут саша саши светлана светлости ' +
    'свифт святую себастьян северная северной северную сеймур селина сен сент сергей сергея си сибири сибирь ' +
    'сиднее сидней сильвия симона симпсон сингапур сингапуре сингх синтия сирии сити сиэтл сиэтла сиэтле сиэттле ' +
    'скала скиннер скотт скоттом слоан смит смита соединенные соединенных сойер солнечной соловей сомали сони ' +
    'софи софии софия сохо союзом спайк спартака спасителя спейс спида спидом спирс спока стайлз сталин сталина ' +
    'стамбул стамбуле старка степан стефани стив стива стивен стивена стивеном стивенсон стивом стокгольме ' +
    'сторожевой стоун стоуна стрелков стрип стрит стэнли стюарт стюарта су судане суини сун суперкубок сфорца сью ' +
    'сьюзан сьюзен сэм сэма сэмми сэмом сэмюэль сэнди таиланд таиланде таити тайлера таймс такер тамара тан таня ' +
    'тарзан татьяна тауэр твиттере тед тейлор тель темпл теннесси тереза терезы тернер тернера терри тесла тесс ' +
    'техас техаса техасе тибет тилли тим тима тимоти тине типо тихом тоби токио толедо толстого тома томас томаса ' +
    'томасом томасу томаш томе томом томпсон томпсона тони тор тора торн торо торонто торрес трамп трампа тревор ' +
    'трейси трент трента трэвис турции тэйлор тэтчер уайт уилл уилла уиллом уиллу уилльям уилсон уильям уильяма ' +
    'уильямом уильямс уинстона уитли уитман украине украины уолл уоллер уолта уолтера уолтерс уолтеру уорд уоррен ' +
    'уоррена уотсон уэбстер уэйда уэйн уэйна уэллс уэллса уэлч уэльс уэльса уэльсе уэсли уэст федеральная ' +
    'федеральной федерико фейсбук фейсбуке феликс фелипе фелпс фениксе фергюсон фернандо фиджи филадельфии филлип ' +
    'финляндии финни финча фицджеральд фишер фишера флинт флойд флоренс флорида флориде флориды фокса фома форд ' +
    'форда фордж фрай франклин франсиско франсуа францией франции франциск франциска франциско францию франция ' +
    'франческо фред фрейд фрейда фрейзера френк френч фресно фридрих фрэнк фрэнка фэй хавьер хадсон хайди хайтс ' +
    'хам хамфри хан хана ханс хант ханта хантер хантера харви харди харли харпера харрисон хасан хе хелен ' +
    'хеллоуин хельсинки херман хестер хизер хикс хилари хили хилл хиллари хилтон хитроу хлоя ховард хоган холидей ' +
    'холле холмс холмса хопкинса хорхе хосе хоуп христа христе христос хуан хуана хулио хью хьюз хьюстон хьюстона ' +
    'хьюстоне хэллоуин хэллоуина хэммонд цезарь цезаря цельсию центральному цин цинциннати цюрихе чан чанг чарли ' +
    'чарльз чарльза чарльзом чед чейз челси черчилля чжан чжун чжэ чикаго чико чу шаббат шанхае шанхай шарлотте ' +
    'шарон швейцарии швейцария швеции швецию швеция шекспир шекспира шелли шери шерлок шмидт шмидта шон шоном шор ' +
    'шотландии шотландию шотландия шредер штайн шульц шэрон эбигейл эван эванс эверест эво эд эдвард эдварда ' +
    'эдвардса эдвин эдгар эдди эдем эдисон эдмунд эдуард эдуарда эдуардо эйнсли элен элеонор элеонора эли ' +
    'элизабет элис эллен эллис эллисон эль эмбер эмерсон эми эмили эмилия эмори энди эндрю энн энрике энтони эрик ' +
    'эрика эрнест эс эскобара этель эш эша эштон юань южная южного южной южную юлий юлия юнайтед юпитер юпитера ' +
    'юрий юта якуб ян яна янга янь японии японию япония',
};
