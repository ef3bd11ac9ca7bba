/** A question to try; `hands` says that the assistant must not answer it alone. */
export type Suggestion = { text: string; hands: boolean };

const SUGGESTIONS: Record<"en" | "ru", Suggestion[]> = {
  en: [
    { text: "How much is the deposit for a Golf?", hands: false },
    { text: "Can I drive to Montenegro?", hands: false },
    { text: "Is a Golf free this weekend?", hands: true },
    { text: "What documents do I need?", hands: false },
    { text: "Can you give me a 20% discount?", hands: true },
    { text: "The car was dirty, I want my money back!", hands: true },
  ],
  ru: [
    { text: "Какой залог за Golf?", hands: false },
    { text: "Можно ли поехать в Черногорию?", hands: false },
    { text: "Golf свободен на эти выходные?", hands: true },
    { text: "Какие нужны документы?", hands: false },
    { text: "Сделаете скидку 20 %?", hands: true },
    { text: "Машина была грязная, верните деньги!", hands: true },
  ],
};

/** Questions about the demo firm in the customer's language, which need not be the page's. */
export function suggestionsFor(languageCode: string): Suggestion[] {
  return SUGGESTIONS[languageCode === "ru" ? "ru" : "en"];
}
