import { expect, test } from "vitest";
import { csvLine } from "./csv-line";

test("cells with commas, quotes and line ends are quoted", () => {
  expect(csvLine(["a", "b,c", 'd"e', "f\ng", ""])).toBe('a,"b,c","d""e","f\ng",\r\n');
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1"])("%j is no formula", (value) => {
  expect(csvLine([value])).toBe(`'${value}\r\n`);
});

test("a formula with a quote stays within its cell", () => {
  expect(csvLine(['=HYPERLINK("http://x","y")'])).toBe(`"'=HYPERLINK(""http://x"",""y"")"\r\n`);
});
