/** A chunk of one knowledge source, with the headings it stands under; `language` is ISO 639-1. */
export type Passage = {
  id: number;
  sourceId: number;
  sourceTitle: string;
  heading: string[];
  text: string;
  language: string;
  position: number;
};

/** `quote` is a verbatim substring of the passage's text. */
export type Citation = { passageId: number; quote: string };

export type CitedSentence = { text: string; citations: Citation[] };

export type HandoverReason =
  | "not_found"
  | "low_confidence"
  | "realtime_availability"
  | "negotiation"
  | "complaint"
  | "emergency"
  | "booking_action"
  | "account"
  | "injection"
  | "requested"
  | "attachment"
  | "language"
  | "model_unavailable"
  | "budget_spent";

/** What the assistant does with one turn; `confidence` is 0–1, `immediate` means without asking first. */
export type AssistantDecision =
  | { kind: "answer"; sentences: CitedSentence[]; confidence: number; language: string }
  | {
      kind: "handover";
      reason: HandoverReason;
      immediate: boolean;
      confidence: number;
      alsoSay?: CitedSentence[];
      language: string;
    }
  | {
      kind: "smalltalk";
      act: "greeting" | "thanks" | "goodbye" | "acknowledgement";
      language: string;
    };

/** `earlier` holds the customer's previous messages of this conversation, oldest first. */
export type Question = { text: string; earlier: string[]; preferredLanguage?: string };

/** Word → lexeme; null marks a stop word. Words come in lower case with «ё» folded to «е». */
export type Lexer = (words: string[]) => Promise<Map<string, string | null>>;
