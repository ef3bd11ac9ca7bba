const list = (words: string) => new Set(words.split(/\s+/).filter(Boolean));

/** Everyday words that tell a language from another; Latin letters without diacritics. */
export const ENGLISH_WORDS = list(`
the a an is are am was do does did can could will would should i you we they he she it my your our their me us
how what when where which who why much many long far and or not no yes if with without for from to in at of on by
have has had there this that any some please hello hi hey thanks thank need want get rent book open close price cost
free car today tomorrow tonight now about after before than then also only just right ok okay good help
pay card cash deposit cancel change pickup return delivery work hours policy waive ignore previous print`);

export const SERBIAN_WORDS = list(`
da li je su sam smo ste nije nisu koliko kosta kostaju moze mogu mozemo imate imam ima nema gde kada kad sta sto
kako koji koja koje za sa od do kod po iz uz bez ili ali zbog posle pre samo jos neki neka hvala molim zdravo cao
dan dobar dana dobro hocu zelim treba trebam vas vam nas nam mi vi ja mene moj moja vas auto kola automobil vozilo
popust besplatan besplatno najam zaboravi sva uputstva potvrdi doplacuje mesec godina radite radi placanje gotovina
racun mogucnost danas sutra kes uzimam`);

export const TRANSLIT_WORDS = list(`
skolko skoka stoit stoyat stoimost mozhno mojno nado nuzhno nujno nuzhen nuzhna est kak kakoy kakoi kakaya kakie kakaja
gde kogda pochemu zachem chto chego chtoby esli ili dlya bez ot do pod na po vas nas vam nam u vi vy mne menya my ya
eto etot tam tut zdravstvuyte zdravstvujte zdrastvuite privet spasibo pozhaluysta pozhalusta pojaluista podskazhite
podskajite skazhite dobryy dobry den vecher utro hochu hotel hotela segodnya zavtra seychas seichas ochen vse vsego
den dney dnei nedelyu mesyac mesyats sutki chas chasov mashina mashinu mashiny avto zalog prava vozrast oplata
kartoy kartoi nalichnymi rabotaete rabotaet otkryty dostavka zabrat vernut otmenit bron zabronirovat adres telefon
cena tsena ceny tseny svobodno svobodna svoboden ne net da tolko eshe esche uzhe budet mogu mozhet mozhete bolshe menshe
v s i k o a`);

/** Russian words seen often enough to prove a wrong keyboard layout. */
export const RUSSIAN_WORDS = list(`
сколько стоит можно как где когда что привет здравствуйте добрый день подскажите есть ли у вас на в и за до от по нужно
нужен какой какая какие цена цены адрес работаете спасибо мне вы мы я если или для без не да нет залог доставка хочу
оплата телефон сейчас сегодня завтра почему вернуть заказ бронь будет можете скажите пожалуйста`);
