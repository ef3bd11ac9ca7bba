import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { requireRoom } from "@/server/storage/require-room";

const mb = 1024 * 1024;

test("leaves 200 MB, or 5 % of a tiny disk", async () => {
  const within = (freeMb: number, sizeMb: number, bytes = 0) =>
    requireRoom(tmpdir(), bytes, async () => ({ freeBytes: freeMb * mb, sizeBytes: sizeMb * mb }));
  await within(201, 100_000);
  await within(60, 1000);
  await expect(within(199, 100_000)).rejects.toMatchObject({ code: "ENOSPC" });
  await expect(within(210, 100_000, 20 * mb)).rejects.toMatchObject({ code: "ENOSPC" });
  await expect(within(49, 1000)).rejects.toMatchObject({ code: "ENOSPC" });
});

test("looks at the real disk", async () => {
  await expect(requireRoom(tmpdir(), 2 ** 60)).rejects.toMatchObject({ code: "ENOSPC" });
});
