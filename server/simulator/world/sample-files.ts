interface SampleFile {
  name: string;
  mime: string;
  bytes: Uint8Array;
}

/** A 1×1 PNG. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** The first page of an OGG/OPUS stream: enough for a file to be recognised. */
const OGG = Buffer.concat([
  Buffer.from("OggS"),
  Buffer.from([0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 19]),
  Buffer.from("OpusHead"),
  Buffer.from([1, 1, 0x38, 1, 0x80, 0xbb, 0, 0, 0, 0, 0]),
]);

const MP4 = Buffer.concat([Buffer.from([0, 0, 0, 16]), Buffer.from("ftypisom"), Buffer.from([0, 0, 2, 0])]);

/** What a person sends when a test or the page names only the kind of file. */
export const SAMPLE_FILES = {
  photo: { name: "photo.png", mime: "image/png", bytes: PNG },
  document: { name: "note.txt", mime: "text/plain", bytes: Buffer.from("A short note.\n") },
  voice: { name: "voice.oga", mime: "audio/ogg", bytes: OGG },
  audio: { name: "sound.ogg", mime: "audio/ogg", bytes: OGG },
  video: { name: "video.mp4", mime: "video/mp4", bytes: MP4 },
  video_note: { name: "round.mp4", mime: "video/mp4", bytes: MP4 },
  animation: { name: "moving.mp4", mime: "video/mp4", bytes: MP4 },
  sticker: { name: "sticker.png", mime: "image/png", bytes: PNG },
} satisfies Record<string, SampleFile>;
