import { expect, test } from "vitest";
import { fairLine } from "@/server/domain/files/fair-line";

test("owners take turns, each has so much waiting and no more", async () => {
  const line = fairLine(2);
  const done: string[] = [];
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const piece = (owner: string, name: string) =>
    line.run(owner, async () => {
      await gate;
      done.push(name);
    });
  const first = [piece("a", "a1"), piece("a", "a2"), piece("a", "a3")];
  expect(piece("a", "a4")).toBeNull();
  const others = [piece("b", "b1"), piece("c", "c1")];
  open();
  await Promise.all([...first, ...others]);
  expect(done).toEqual(["a1", "b1", "a2", "c1", "a3"]);
});

test("work that fails holds nobody up", async () => {
  const line = fairLine(2);
  const failing = line.run("a", () => Promise.reject(new Error("broken")));
  const next = line.run("b", async () => "done");
  await expect(failing).rejects.toThrow("broken");
  expect(await next).toBe("done");
});
