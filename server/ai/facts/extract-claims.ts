/** What a clause claims beside its facts: a denial, that something is free or paid, a restriction. */
export type Claim = "negated" | "twice_negated" | "allowed" | "free" | "paid" | "only" | "always";

// Phrases go first and are taken out, so that “без выходных” or “not only” are no denials and “no charge” is “free”.
const PHRASES: [Claim[], RegExp][] = [
  [
    [],
    /не только|not only|no-shows?|не забудьте|не забывайте|do not forget|don't forget|не волнуйтесь|don't worry|no problem|без проблем|feel free|без выходных|no doubt|без сомнени\p{L}*|не против|when(?:ever)? not in use/giu,
  ],
  [
    [],
    /(no|not) (more|less|fewer|later|earlier|older|younger|longer|greater|higher|sooner) than|не (более|менее|больше|меньше|позднее|позже|ранее|раньше|младше|моложе|старше|дольше|выше|ниже|свыше)|не превыша\p{L}*|(not|without|n't) exceed\p{L}*/giu,
  ],
  [
    ["paid"],
    /(not|n't|isn't) (free|included)|небесплатн\p{L}*|не (бесплатн|включен|вход[иа])\p{L}*|(is|are|does|do) not (included?|covered)/giu,
  ],
  [
    ["free"],
    /(no|without( any)?|at no|free of)( (extra|additional|any|further))? (charges?|costs?|fees?|payments?|surcharges?)|без (всяких |каких-либо )?(доплат\p{L}*|оплаты|платы|дополнительн\p{L}* (плат\p{L}*|оплат\p{L}*|расход\p{L}*)|комисси\p{L}*)|не нужно (до|о)?плач?ивать|доплачивать не (нужно|надо)|(доплат|плат)\p{L}* не (бер|взима|требу)\p{L}*|плату не (бер|взима)\p{L}*|((costs?|pay|charged?) nothing|don't (pay|charge)|do not (pay|charge)|for nothing)/giu,
  ],
  [["negated"], /\p{L}+-free/giu],
];
const NEGATED =
  /^(not|no|none|never|nor|neither|nothing|nobody|cannot|can't|without|except|excluding|excludes?|unless|forbidden|prohibit\p{L}*|banned|impossible|unavailable|unlimited|closed|refus\p{L}*|non|invalid|\p{L}+n't|не|нет|ни|нельзя|без|кроме|никогда|никак\p{L}*|ничего|никто|запре(щ|т)\p{L}*|недоступн\p{L}*|невозможн\p{L}*|невозвратн\p{L}*|неограничен\p{L}*|безлимит\p{L}*|исключ(ая|ени\p{L}*|ен\p{L}*)|отказ(ываем|ано)\p{L}*|недейств\p{L}*|неверно|неправда|неправильно|untrue|false|закрыт\p{L}*|обнул\p{L}*)$/u;
const WORDS: [Claim, RegExp][] = [
  ["negated", NEGATED],
  [
    "allowed",
    /^(allow\p{L}*|permit\p{L}*|possible|can|may|yes|accept\p{L}*|welcome|разреш\p{L}*|можно|можете|может|возможн\p{L}*|да|допуска\p{L}*|доступн\p{L}*|принима\p{L}*)$/u,
  ],
  [
    "free",
    /^(free|complimentary|gratis|included?|includes|бесплатн\p{L}*|включен\p{L}*|входит|входят|включает|включают|безвозмездн\p{L}*|даром)$/u,
  ],
  [
    "paid",
    /^(paid|fees?|charges?|charged|surcharges?|payable|платн\p{L}*|доплат\p{L}*|доплачива\p{L}*|сбор|штраф\p{L}*|fines?|fined)$/u,
  ],
  ["only", /^(only|solely|exclusively|только|лишь|исключительно)$/u],
  ["always", /^(always|guaranteed|всегда|гарантир\p{L}*)$/u],
];

/** The claims of one clause, each once. */
export function extractClaims(clause: string): Set<Claim> {
  const claims = new Set<Claim>();
  let rest = clause.toLowerCase().replaceAll("ё", "е").replaceAll("’", "'");
  for (const [found, phrase] of PHRASES) {
    rest = rest.replace(phrase, () => {
      for (const claim of found) claims.add(claim);
      return " . ";
    });
  }
  let denials = 0;
  for (const word of rest.match(/\p{L}+(?:'\p{L}+)?/gu) ?? []) {
    for (const [claim, forms] of WORDS) if (forms.test(word)) claims.add(claim);
    // Russian denies once with several words: “никогда не”, “ни … ни … не”.
    if (NEGATED.test(word) && !/^(ни|никогда|никак\p{L}*|ничего|никто)$/u.test(word)) denials += 1;
  }
  if (denials > 1) claims.add("twice_negated");
  return claims;
}
