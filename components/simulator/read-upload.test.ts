import { expect, it } from "vitest";
import { kindOf } from "@/components/simulator/read-upload";

it("takes a file for what Telegram's apps would send it as", () => {
  const kind = (name: string, type: string) => kindOf(new File([], name, { type }));
  expect(kind("note.ogg", "audio/ogg")).toBe("voice");
  expect(kind("note.ogg", "video/ogg")).toBe("voice");
  expect(kind("note.oga", "")).toBe("voice");
  expect(kind("note.OPUS", "audio/opus")).toBe("voice");
  expect(kind("song.mp3", "audio/mpeg")).toBe("audio");
  expect(kind("film.mp4", "video/mp4")).toBe("video");
  expect(kind("car.jpg", "image/jpeg")).toBe("photo");
  expect(kind("logo.svg", "image/svg+xml")).toBe("document");
  expect(kind("contract.pdf", "application/pdf")).toBe("document");
  expect(kind("unknown", "")).toBe("document");
});
