import { SPEC_METHODS, SPEC_TYPES, type SpecField } from "./bot-api-spec";
import { badRequest } from "./refusal";

type Checked = { value: unknown; problems: string[] };

const fine = (value: unknown): Checked => ({ value, problems: [] });
const wrong = (path: string, expected: string): Checked => ({
  value: undefined,
  problems: [`parameter "${path}" must be ${expected}`],
});

/** Parses a JSON string; undefined when it is none. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface Options {
  strict: boolean;
  /** Forms and queries carry everything as strings, so numbers and booleans are read from them. */
  stringly: boolean;
}

function checkNumber(value: unknown, path: string, whole: boolean, options: Options): Checked {
  const lenient = options.stringly || !options.strict;
  const number = lenient && typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof number !== "number" || !Number.isFinite(number) || (whole && !Number.isInteger(number))) {
    return wrong(path, whole ? "an Integer" : "a Float");
  }
  return fine(number);
}

function checkBoolean(value: unknown, path: string, options: Options): Checked {
  if (typeof value === "boolean") return fine(value);
  const lenient = options.stringly || !options.strict;
  if (lenient && ["true", "True", "1", "yes", 1].includes(value as string)) return fine(true);
  if (lenient && ["false", "False", "0", "no", "", 0].includes(value as string)) return fine(false);
  return wrong(path, "a Boolean");
}

function checkObject(value: unknown, typeName: string, path: string, options: Options): Checked {
  const type = SPEC_TYPES.get(typeName);
  if (!type) throw new Error(`the Bot API description has no type ${typeName}`);
  if (type.subtypes.length > 0) return checkUnion(value, type.subtypes, path, options);
  if (typeName === "KeyboardButton" && typeof value === "string") return fine({ text: value });
  const object = typeof value === "string" ? parsedJson(value) : value;
  if (typeof object !== "object" || object === null || Array.isArray(object)) {
    return wrong(path, `a ${typeName} object`);
  }
  // Inside parsed JSON numbers must be numbers again.
  return checkFields(object, type.fields, path, { ...options, stringly: false });
}

function checkFields(
  object: object,
  fields: Map<string, SpecField>,
  path: string,
  options: Options,
): Checked {
  const result: Record<string, unknown> = {};
  const problems: string[] = [];
  const at = (name: string) => (path ? `${path}.${name}` : name);
  for (const [name, value] of Object.entries(object)) {
    if (value === undefined || value === null) continue;
    const field = fields.get(name);
    if (!field) {
      if (options.strict) problems.push(`unknown parameter "${at(name)}"`);
      continue;
    }
    const checked = checkUnion(value, field.types, at(name), options);
    problems.push(...checked.problems);
    if (field.const !== undefined && checked.value !== field.const) {
      problems.push(`parameter "${at(name)}" must be "${field.const}"`);
    }
    if (checked.value !== undefined) result[name] = checked.value;
  }
  for (const field of fields.values()) {
    if (field.required && !(field.name in result) && problems.length === 0) {
      problems.push(`parameter "${at(field.name)}" is required`);
    }
  }
  return { value: result, problems };
}

function checkArray(value: unknown, itemType: string, path: string, options: Options): Checked {
  const array = typeof value === "string" ? parsedJson(value) : value;
  if (!Array.isArray(array)) return wrong(path, `an Array of ${itemType}`);
  const checked = array.map((item, index) =>
    checkOne(item, itemType, `${path}[${index}]`, { ...options, stringly: false }),
  );
  return {
    value: checked.map((item) => item.value),
    problems: checked.flatMap((item) => item.problems),
  };
}

function checkOne(value: unknown, type: string, path: string, options: Options): Checked {
  if (type.startsWith("Array of ")) return checkArray(value, type.slice("Array of ".length), path, options);
  switch (type) {
    case "Anything":
      return fine(value);
    case "Integer":
      return checkNumber(value, path, true, options);
    case "Float":
      return checkNumber(value, path, false, options);
    case "Boolean":
    case "True":
      return checkBoolean(value, path, options);
    case "String":
      if (typeof value === "string") return fine(value);
      return !options.strict && typeof value === "number" ? fine(String(value)) : wrong(path, "a String");
    case "InputFile":
      if (value instanceof File) return fine(value);
      return typeof value === "string" && value.startsWith("attach://")
        ? fine(value)
        : wrong(path, "an uploaded file");
    default:
      return checkObject(value, type, path, options);
  }
}

/** Fewest problems first; among equals the one whose problem lies deepest understood most of the value. */
function distance({ problems }: Checked): number {
  const depth = (problems[0] ?? "").split(/[.[]/).length;
  return problems.length - depth / 100;
}

/** Tries every type the parameter may have; when none fits, the closest one's problems are reported. */
function checkUnion(value: unknown, types: string[], path: string, options: Options): Checked {
  let best: Checked | null = null;
  // `sendMediaGroup.media` is several "Array of X": each item may be any X.
  const arrays = types.every((type) => type.startsWith("Array of ")) && types.length > 1;
  if (arrays) {
    const items = typeof value === "string" ? parsedJson(value) : value;
    if (!Array.isArray(items)) return wrong(path, "an Array");
    const names = types.map((type) => type.slice("Array of ".length));
    const checked = items.map((item, index) =>
      checkUnion(item, names, `${path}[${index}]`, { ...options, stringly: false }),
    );
    return {
      value: checked.map((item) => item.value),
      problems: checked.flatMap((item) => item.problems),
    };
  }
  for (const type of types) {
    const checked = checkOne(value, type, path, options);
    if (checked.problems.length === 0) return checked;
    if (!best || distance(checked) < distance(best)) best = checked;
  }
  return best ?? wrong(path, types.join(" or "));
}

/**
 * Checks a call's parameters against the Bot API description and returns them with their real types.
 * Files sent in a form under names of their own (`attach://name`) are not parameters and pass.
 * Throws a 400 that names the parameter.
 */
export function validateCall(
  method: string,
  parameters: Record<string, unknown>,
  options: Options,
): Record<string, unknown> {
  const fields = SPEC_METHODS.get(method);
  if (!fields) throw new Error(`unknown method ${method}`);
  const own: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(parameters)) {
    if (value instanceof File && !fields.has(name)) continue;
    own[name] = value;
  }
  const { value, problems } = checkFields(own, fields, "", options);
  const problem = problems[0];
  if (problem) throw badRequest(problem);
  return value as Record<string, unknown>;
}
