/** What our stand-in tells of a message, in the shape that the assistant's program asks for. */
type Told = Record<string, unknown> & { id: number };

const intents: [string, RegExp][] = [
  [
    "complaint",
    /брак|гнил|вял|слом|не хватает|вместо|претензи|жалоб|верните|плох|ужас|broken|wrong|refund|missing/i,
  ],
  [
    "broadcast",
    /уважаем|коллеги|напомина|акци[яи]|скидка|поступлени|график работы|dear customers|special offer/i,
  ],
  ["order", /беру|возьму|закаж|заказыва|оформ|отлож|добавьте|поставьте|привезите|order|put aside/i],
  ["question", /\?|сколько|почём|почем|цена|есть ли|когда|где|how much|do you have/i],
  ["confirmation", /^\W*(?:да|ок|хорошо|согласн|подтвержда|принято|получил|оплат|yes|ok|confirmed)/i],
  ["interest", /нрав|красив|интерес|подума|рассматрива|присматр|beautiful|interested/i],
];

/** Understands messages by a few words; an example with the very same text counts first. */
export function understand(
  messages: { id: number; text: string }[],
  examples: { text: string; intent: string; sentiment: string; urgent: boolean }[],
): Told[] {
  return messages.map(({ id, text }) => {
    const example = examples.find((one) => one.text.trim() === text.trim());
    const intent = example?.intent ?? intents.find(([, words]) => words.test(text))?.[0] ?? "other";
    const [hurry = null] = /срочно|сегодня|не хватает|только что|today|urgent/i.exec(text) ?? [];
    const urgent = example?.urgent ?? (hurry !== null && ["order", "complaint"].includes(intent));
    return {
      id,
      intent,
      sentiment: example?.sentiment ?? (intent === "complaint" ? "negative" : "neutral"),
      confidence: 0.9,
      urgent,
      urgent_why: urgent ? hurry : null,
      products: [],
      quantities: [...text.matchAll(/(\d+)\s*(пач|шт|кор|кг)/gi)].map(([, value, unit]) => ({
        value: Number(value),
        unit,
      })),
      prices: [],
      dates: text.match(/сегодня|завтра|today|tomorrow/gi) ?? [],
      phones: [],
    };
  });
}
