import { foldText } from "@/server/domain/knowledge/fold-text";
import type { IntentName } from "@/server/domain/messages/hub/schema";

const edge = (source: string) => new RegExp(`(?<![\\p{L}\\d])(?:${source})(?![\\p{L}])`, "u");

const hurry = /(?<!\p{L})срочн|немедленно|горит|asap|urgent|как можно (?:скорее|быстрее)|побыстрее|поскорее/u;
const deadline =
  /(?:если|пока|ещ?е) (?:\p{L}+ )?не (?:поздно|уехал\p{L}*|выехал\p{L}*|закры\p{L}+|собра\p{L}+|отправ\p{L}+|отгруз\p{L}+|ушл\p{L}+|упакова\p{L}+)|пока (?:машина|курьер)|успе(?:ю|ете|йте|ем|ть)(?!\p{L})|до закрытия|закрываете? (?:прием|сбор|заказ)/u;
const today = edge(
  "сегодня|сегодняшн\\p{L}+|до вечера|к вечеру|до обеда|к обеду|сейчас|прямо сейчас|today|tonight|right now",
);
const laterDay = edge(
  "завтра\\p{L}*|послезавтра|понедельник\\p{L}*|вторник\\p{L}*|сред[уыае]|четверг\\p{L}*|пятниц\\p{L}*|суббот\\p{L}*|воскресень\\p{L}*|на неделе|следующ\\p{L}+|к празднику|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|января|февраля|\\d{1,2}\\.\\d{2}|tomorrow|friday",
);
const hour =
  /(?:^|[^\p{L}\d])(?:до|к|в|на) (?:[01]?\d|2[0-3])(?::[0-5]\d| час\p{L}*| утра| дня| вечера)|(?:^|[^\p{L}])(?:до|к) (?:[7-9]|1\d|2[0-3])(?![\d\p{L}.,:-]|\s*(?:пач|шт|кор|п(?!\p{L})|₽|руб|%|тыс))|через (?:час|полчаса|пол часа|\d+ (?:мин|час))/u;
const waiting =
  /(?:клиент\p{L}*|невест\p{L}*|покупател\p{L}*|заказчи\p{L}*|курьер\p{L}*|водител\p{L}*|люди|гости|они|мы|сижу|стою|стоим|сидим)[^.!?]{0,25}(?:жд[уе]т|ждем|ждут|стоит|плачет|выехал|тут|уже здесь)|(?:жд[уе]т|ждут) (?:клиент|невест|покупател|курьер)|свадьба (?:через|сегодня)|букет к |(?:еду|подъезжаю|выехал\p{L}?|буду) (?:к вам|за|через)|, еду(?!\p{L})|стою на/u;
const late =
  /до сих пор (?:не|нет)|(?:машин\p{L}|курьер\p{L}?|заказ\p{L}?|доставк\p{L}|коробок) (?:так и |еще |все еще )?не(?:т(?!\p{L})| (?:приех|привез|приш))|обещали (?:к|до|в) \d|где (?:машин|курьер|заказ|доставк|водител|она|он)\p{L}*|опаздывает|еще не привезли|второй час/u;
const missing =
  /не хватает|недовоз|недосда|недовес|не долож|недолож|не полож|забыли (?:полож|привез|эвкалипт|про)|нет вообще|(?:коробки|пачки|позиции|половины заказа) нет|не довезли|привезли (?:только )?\d+ вместо|вместо \d+|(?:по|в) (?:накладной|заказе) \d+[^.]{0,25}(?:привезли|пришло|дали|по факту|а тут|в коробке)|is missing|только \d+ из \d+|не все привезли|недостач/u;
const wrong =
  /вместо[^.!?]{0,40}(?:положили|привезли|пришл|прислали|в коробке|дали|лежит|оказал)|(?:положили|привезли|прислали|пришл\p{L}+|дали|в коробке)[^.!?]{0,40}(?:вместо|не т(?:от|у|е|о)(?!\p{L})|чуж|другой сорт|другого цвета)|чуж(?:ой|ие|ую) (?:заказ|короб)|не наш\p{L}? (?:короб|заказ)|перепутали заказ|не туда|а тут \d+|не ту(?: |$)|заказывали[^.!?]{1,30}(?:пришл|привезли|а тут|дали|положили)/u;
const spoiled =
  /гни(?:л|ет|ю)|сгни|плесен|вял|завя|вянет|сломан|поломан|битые|черн(?:ые|ое|ая)|помят|мерт|дохл|замерз|перемерз|подмор|заморо|сварил|ботрит|мокр|испорч|раздав|засох|сухи|брак|беда|ужас|осып|труху|плох/;
const share =
  /половин|треть|четверть|кажд\p{L}+ (?:втор|трет)|вс[яе] (?:пачк|короб|парти)|все (?:пачки|вялые|черн|слом|пришл)|пол ?(?:пачки|коробки)|целая (?:пачка|коробка)/u;
const fresh =
  /только что|только (?:привезли|получили|открыл|приехал)|(?:с|этой|в этой) эт\p{L}+ парти|этой парти|сейчас|сегодня\p{L}*|с утра|открыл\p{L}? короб|вскрыл|распаков|принимаем|принял[аи]? |приехало|разгру|приш(?:ел|ла|ли|ло)|привезли|прислали/u;
const abandoned = /(?:бросил|оставил|стоят|кинул)[^.!?]{0,40}(?:двер|улиц|мороз|солнц|жар|подъезд|ворот)/;
const past =
  /вчера|позавчера|на прошлой|в прошл|с прошл|на той неделе|(?:понедельник|вторник|сред|четверг|пятниц|суббот|воскресень)|недел|месяц|третий раз|каждый раз|постоянно|в прошлый|уже не первый|опять обсчит|последн\p{L}+ поставк|на второй день|за сутки|через (?:день|сутки|два дня)|третий день|на следующ|до сих пор никто|простоял/u;
const claim =
  /претензи|накладн\p{L}+ (?:№ ?)?\d|возврат|верн(?:ите|уть|ули)|компенсац|списать|спиш|вычт|учесть|за прошл|акт(?!\p{L})|по поставке/u;

type Sign = { name: string; sign: RegExp };
const anytime: Sign[] = [
  { name: "hurry", sign: hurry },
  { name: "deadline", sign: deadline },
];
const inOrder: Sign[] = [...anytime, { name: "today", sign: today }, { name: "waiting", sign: waiting }];
const inComplaint: Sign[] = [
  { name: "hurry", sign: hurry },
  { name: "waiting", sign: waiting },
  { name: "late", sign: late },
  { name: "missing", sign: missing },
  { name: "wrong", sign: wrong },
  { name: "abandoned", sign: abandoned },
];

/**
 * The words of a text of this intent for which someone has to act the same day: an hour or “today” named, an order about
 * to close, somebody who waits, a delivery just received that is missing, wrong or spoiled. Null where it can wait.
 */
export function urgencyOf(text: string, intent: IntentName): string | null {
  const folded = foldText(text);
  const words = (signs: Sign[]) => {
    for (const { sign } of signs) {
      const [found] = sign.exec(folded) ?? [];
      if (found) return found.trim();
    }
    return null;
  };
  switch (intent) {
    case "broadcast":
      return null;
    case "order":
      return words(inOrder) ?? (laterDay.test(folded) ? null : words([{ name: "hour", sign: hour }]));
    case "complaint": {
      const formal = past.test(folded) || claim.test(folded);
      if (formal) return words([{ name: "hurry", sign: hurry }]);
      const now = words([...inComplaint, { name: "today", sign: today }]);
      if (now) return now;
      return spoiled.test(folded) && (share.test(folded) || fresh.test(folded))
        ? words([
            { name: "share", sign: share },
            { name: "spoiled", sign: spoiled },
          ])
        : null;
    }
    case "question":
      return words([...anytime, { name: "waiting", sign: waiting }]);
    default:
      return words([{ name: "hurry", sign: hurry }]);
  }
}
