export type SmalltalkAct = "greeting" | "thanks" | "goodbye" | "acknowledgement";

const ACTS: [SmalltalkAct, RegExp][] = [
  [
    "thanks",
    /^(?:(?:большое|огромное|ок|окей|все|всё|хорошо|понял[аи]?|понятно|ясно|супер|отлично|да|нет|ну|и|вам|вас|за (?:ответ|помощь|информацию)|very much|a lot|so much|ok|puno|lepo)\s+)*(?:спасибо|спс|сп?асиб[оа]?|пасиб[оа]?|благодарю|благодарим|мерси|thanks|thank you|thx|hvala)(?:\s+(?:большое|огромное|вам|за (?:ответ|помощь|информацию|быстрый ответ)|ребят[аы]?|за все|все|понял[аи]?|понятно|ясно|до свидания|хорошего дня|пока|больше вопросов нет|вопросов нет|не надо|не нужно|помогли|very much|a lot|puno|lepo))*$/,
  ],
  [
    "greeting",
    /^(?:(?:здравств\S*|здраст\S*|привет\S*|доброе утро|добрый (?:день|вечер)|доброго (?:дня|утра|вечера|времени суток)|добр(?:ый|ое)|салют|хай|ку|hi|hello|hey|good (?:morning|evening|afternoon)|zdravo|dobar dan|cao|есть кто\S*|вы тут|вы здесь|на связи|ау|start|(?:у меня |есть |можно |такой |один )*вопрос(?:ик)?|можно спросить|хо(?:чу|тел[аи]?) (?:бы )?(?:спросить|узнать|уточнить)|подскажите|скажите|пожалуйста|меня зовут \S+)\s*)+$/,
  ],
  [
    "goodbye",
    /^(?:до свидани\S+|всего (?:доброго|хорошего)|пока(?: пока)?|до встречи|хорошего дня|доброй ночи|спокойной ночи|bye|goodbye|see you|dovidjenja|prijatno)$/,
  ],
  [
    "acknowledgement",
    /^(?:(?:ок|окей|окей|ага|угу|понял[аи]?|понятно|ясно|хорошо|ладно|договорились|отлично|супер|класс|принято|круто|все|да|ok|okay|got it|great|fine|dobro|vazi)\s*)+$/,
  ],
];

/** Tells a greeting, thanks, goodbye or “I see” that asks nothing; expects folded text. */
export function recogniseSmalltalk(text: string): SmalltalkAct | undefined {
  const bare = text
    .replace(/[^\p{L}\s-]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (!bare) return /\p{Extended_Pictographic}|^[)(+!.\s]+$/u.test(text) ? "acknowledgement" : undefined;
  return ACTS.find(([, pattern]) => pattern.test(bare))?.[0];
}
