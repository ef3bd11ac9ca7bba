import type { HandoverReason } from "@/server/domain/knowledge/types";
import {
  ACCOUNT,
  AVAILABILITY,
  AVAILABILITY_AT_A_TIME,
  BOOKING_ACTION,
  COMPLAINT,
  EMERGENCY,
  HYPOTHETICAL,
  INJECTION,
  NAMED_TIME,
  NEGOTIATION,
  OFF_TOPIC,
  REQUESTED,
  wordPattern,
} from "./request-patterns";

type RequestReason = Exclude<
  HandoverReason,
  "low_confidence" | "attachment" | "language" | "model_unavailable" | "budget_spent"
>;

/** `unlessKnown`: the knowledge may settle it after all, when what it says matches this. */
export type RecognisedRequest = { reason: RequestReason; immediate: boolean; unlessKnown?: RegExp };

const DISCOUNT = wordPattern("скид(?:к|оч)|акци[яи]|промокод");
const PLAIN_DISCOUNT = wordPattern(
  "^(?:\\S+ ){0,8}?(?:есть|бывают|какие|какая|действует|положена|предусмотрен\\S*|даете)(?: \\S+){0,5} скид|скид\\S+[^?]{0,30}(?:есть|бывают|предусмотр|действу)|‹если [^?]*(?:дешевле|скидк)",
);
const ASKS_POLICY = wordPattern(
  "^(?:\\S+ ){0,4}?(?:как|где|через что|за сколько|до какого|можно ли)› (?:\\S+ ){0,3}(?:забронир|записат|оформ|отмен|перен|замор|продл|оплат|вернут|измен|поменя)|‹чтобы?› (?:\\S+ ){0,3}(?:за|пере)?(?:брон|запис|оформ|отмен|перен|продл)|^(?:\\S+ ){0,2}(?:нужн|надо|обязат)\\S* ли",
);
const OPENING = wordPattern("‹(?:работает|работаете|открыт|закрыт|график|до скольки|со скольки|выходной)");
const matches = (patterns: RegExp[], text: string) => patterns.some((pattern) => pattern.test(text));

/** Recognises what no knowledge base can settle and a person must; expects folded text, Russian in Cyrillic. */
export function recogniseRequest(text: string): RecognisedRequest | undefined {
  if (matches(INJECTION, text)) return { reason: "injection", immediate: false };
  const supposed = HYPOTHETICAL.test(text);
  if (!supposed && matches(EMERGENCY, text)) return { reason: "emergency", immediate: true };
  if (!supposed && matches(COMPLAINT, text)) return { reason: "complaint", immediate: true };
  if (matches(REQUESTED, text)) return { reason: "requested", immediate: true };
  if (matches(NEGOTIATION, text))
    return PLAIN_DISCOUNT.test(text)
      ? { reason: "negotiation", immediate: false, unlessKnown: DISCOUNT }
      : { reason: "negotiation", immediate: false };
  if (DISCOUNT.test(text)) return { reason: "negotiation", immediate: false, unlessKnown: DISCOUNT };
  const offTopic = OFF_TOPIC.find(([asked]) => asked.test(text));
  if (offTopic) return { reason: "not_found", immediate: false, unlessKnown: offTopic[1] };
  if (matches(ACCOUNT, text)) return { reason: "account", immediate: false };
  if (!supposed && !ASKS_POLICY.test(text) && matches(BOOKING_ACTION, text))
    return { reason: "booking_action", immediate: false };
  const named = NAMED_TIME.test(text);
  if (
    matches(AVAILABILITY, text) ||
    (named && !OPENING.test(text) && !supposed && matches(AVAILABILITY_AT_A_TIME, text))
  )
    return { reason: "realtime_availability", immediate: false };
  return undefined;
}
