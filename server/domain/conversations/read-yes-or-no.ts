const edge = "[\\s.,!)(…👍🙏]*";
const yes =
  "да|ага|угу|конечно|давай(?:те)?|хочу|зовите|позовите|соедините|пожалуйста|ок|окей|хорошо|yes|yeah|yep|sure|ok|okay|please|please do|go ahead|call|da|naravno|može";
const no =
  "нет|неа|(?:нет,? )?(?:не надо|не нужно|не стоит|не хочу)(?:,? спасибо)?|спасибо,? (?:нет|не надо|не нужно)|(?:нет|не),? спасибо|no|nope|no,? thanks|no,? thank you|not now|ne|ne treba";
const yesPattern = new RegExp(
  `^${edge}(${yes})([\\s,]+(${yes}|позовите|менеджера|оператора|человека|a|the|manager|operator))*${edge}$`,
  "iu",
);
const noPattern = new RegExp(`^${edge}(${no})${edge}$`, "iu");

/** Whether a short message is a plain yes or no to what was just offered; null when it says anything else. */
export function readYesOrNo(text: string): "yes" | "no" | null {
  if (noPattern.test(text)) return "no";
  return yesPattern.test(text) ? "yes" : null;
}
