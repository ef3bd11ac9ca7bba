/** Words that limit what was said before: a dropped caveat would make the rest say more than the source. */
const CAVEAT =
  /(^|[^\p{L}])(not|no|n't|never|cannot|can't|without|except|unless|but|however|only|if|when|provided|exclud\p{L}*|forbidden|prohibited|не|нет|нельзя|без|кроме|но|однако|только|если|когда|исключ\p{L}*|запрещ\p{L}*)(?=[^\p{L}]|$)|n't/iu;

/** Openings that lean on the sentence before. */
const LEANING =
  /^(however|but|also|and|so|then|therefore|otherwise|in that case|it|its|they|this|that|these|those|there|such|both|но|а|и|однако|также|тогда|поэтому|значит|иначе|в этом случае|при этом|он|она|оно|они|его|её|ее|их|это|этот|эта|эти|такой|такая|такие|там|оба|обе)(?=[^\p{L}]|$)/iu;

/**
 * True when an answer may lose its dropped sentences: at least one is left, no dropped one held a caveat, and none of the
 * remaining ones leans on a dropped one before it.
 */
export function restStandsAlone(sentences: { text: string; dropped: boolean }[]): boolean {
  if (!sentences.some((sentence) => !sentence.dropped)) return false;
  return sentences.every((sentence, index) => {
    if (sentence.dropped) return !CAVEAT.test(sentence.text);
    return !(sentences[index - 1]?.dropped && LEANING.test(sentence.text.trim()));
  });
}
