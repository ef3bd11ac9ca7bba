/** A stretch of a recording with how sure Whisper is of it. */
export type HeardSegment = {
  text: string;
  no_speech_prob?: number;
  avg_logprob?: number;
  compression_ratio?: number;
};

/** What Whisper learned from subtitles and writes where nobody speaks. Nobody says it to a company's support. */
const inventions = [
  /продолжение следует/,
  /субтитр\p{L}* (?:сделал|создавал|делал|подготов|предостав|добав|подогнал)[\p{L}\p{N} ]*/u,
  /редактор субтитров[\p{L} ]*/u,
  /корректор а ?егорова/,
  /(?:спасибо|благодарю) за (?:просмотр|внимание)/,
  /(?:подписывайтесь|подпишитесь|подпишись|ставьте лайк\p{L}*)[\p{L} ]*(?:канал\p{L}*|колокольчик\p{L}*|видео)?/u,
  /до новых встреч/,
  /(?:девушки отдыхают|динамичная музыка|спокойная музыка|тревожная музыка|музыкальная заставка)/,
  /thanks? (?:you )?(?:so much )?for watching[\p{L} ]*/u,
  /(?:please )?(?:like and )?subscribe[\p{L} ]*/u,
  /(?:subtitles|captions|transcription|translated) by[\p{L}\p{N} ]*/u,
  /subtitles[\p{L}\p{N} ]*(?:amara|community)[\p{L}\p{N} ]*/u,
  /(?:to be continued|see you (?:in the )?next (?:time|video))/,
];
const invented = new RegExp(`^(?:(?:${inventions.map(({ source }) => source).join("|")}) *)+$`, "u");

/** Whisper's own rule for silence (openai/whisper, transcribe.py: no_speech_threshold, logprob_threshold). */
const noSpeech = 0.6;
const unsure = -1;
/** At this even confident words were made of noise. */
const surelyNoSpeech = 0.9;
/** Its own rule for going round in circles. */
const circling = 2.4;

/** What was said, by a service's text and its segments where it gives them: silence, noise and known inventions are "". */
export function heardWords(text: string, segments: HeardSegment[]): string {
  const kept = segments.filter(isSpoken);
  const said =
    segments.length > 0 && kept.length < segments.length
      ? kept.map((one) => one.text.trim()).join(" ")
      : text;
  const words = plain(said);
  return words === "" || invented.test(words) ? "" : said.trim();
}

function isSpoken(segment: HeardSegment): boolean {
  const { no_speech_prob: silence = 0, avg_logprob: sure = 0, compression_ratio: repeats = 1 } = segment;
  if (silence > surelyNoSpeech || (silence > noSpeech && sure < unsure)) return false;
  if (repeats > circling && sure < unsure) return false;
  const words = plain(segment.text);
  return words !== "" && !invented.test(words);
}

/** Letters and digits alone, without what stands in brackets or between notes: “[Музыка]”, “(applause)”, “♪ la la ♪”. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/\[[^\]]*\]|\([^)]*\)|\*[^*]*\*|♪[^♪]*♪/g, " ")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
