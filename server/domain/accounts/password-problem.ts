import { ZxcvbnFactory, type ZxcvbnResult } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import {
  MAX_PASSWORD_LENGTH,
  MIN_PASSWORD_LENGTH,
  type PasswordProblem,
} from "@/server/domain/accounts/schema";

/** What Russian speakers type first; the library's list knows Latin letters only. */
const russian =
  "пароль йцукен йцукенг йцукенгшщз фывапролд ячсмить привет приветик любовь солнышко люблю зайчик зайка котенок кошка собака наташа настя саша сергей дмитрий александр андрей максим россия москва спартак зенит динамо футбол администратор админ секрет мама папа марина ирина елена ольга аня катя маша даша вика юля света лена".split(
    " ",
  );

let estimator: ZxcvbnFactory | undefined;

function estimate(password: string, personal: string[]): ZxcvbnResult {
  estimator ??= new ZxcvbnFactory({
    dictionary: { ...dictionary, "passwords-ru": russian },
    graphs: adjacencyGraphs,
    useLevenshteinDistance: true,
  });
  return estimator.check(password, personal);
}

/**
 * Why a new password is refused, or null: too short or long, known or nearly so, made of the person's own name or
 * e-mail, or guessed within some ten thousand tries (zxcvbn's score below 2).
 */
export function passwordProblem(
  password: string,
  person: { name: string; email: string },
): PasswordProblem | null {
  if (password.length < MIN_PASSWORD_LENGTH) return "too_short";
  if (password.length > MAX_PASSWORD_LENGTH) return "too_long";
  const personal = [person.name, person.email, ...`${person.name} ${person.email}`.split(/[\s@.]+/)];
  const { score, sequence } = estimate(
    password,
    personal.filter((word) => word.length > 2),
  );
  const dictionaries = sequence.map((match) => ("dictionaryName" in match ? match.dictionaryName : null));
  if (score < 2) {
    if (dictionaries.includes("userInputs")) return "personal";
    return dictionaries.some(Boolean) ? "common" : "guessable";
  }
  if (sequence.length > 1 || !dictionaries[0]) return null;
  return dictionaries[0] === "userInputs" ? "personal" : "common";
}
