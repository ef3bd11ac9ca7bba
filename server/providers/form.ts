/**
 * What a provider's zod schema says about a field beyond its type, given by `.meta({ … } satisfies FieldMeta)`. The
 * words are texts: `Providers.<slug>.fields.<field>.label` and, where there are such, `.help`, `.wrong` (what is wrong
 * with a value of the wrong form) and `.choices.<choice>`.
 */
export type FieldMeta = {
  /** By default the schema decides: string → text, enum → choice, boolean → switch, string[] → list, enum[] → choices, {en, ru} → by-language. */
  input?: "secret" | "url" | "long-text";
  placeholder?: string;
  /** What the list is offered from, where we know any: `groups` are chats that the account was added to. */
  suggest?: "groups";
  /** Not asked for when the resource is added; on its page it stands below the others. */
  advanced?: boolean;
  /** Never on a form: our own code sets it. */
  hidden?: boolean;
};

export type FieldKind =
  | "text"
  | "secret"
  | "url"
  | "long-text"
  | "number"
  | "switch"
  | "choice"
  | "choices"
  | "list"
  | "by-language";

/** A field as the browser draws it. `credentials` are sealed and never sent to the browser again. */
export type FormField = {
  name: string;
  part: "credentials" | "settings";
  kind: FieldKind;
  required: boolean;
  advanced: boolean;
  placeholder?: string;
  suggest?: "groups";
  choices?: string[];
  /** The languages of `by-language`. */
  languages?: string[];
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  /** What the field holds before anybody wrote in it. */
  initial: FieldValue;
};

export type FieldValue = string | number | boolean | string[] | { [language: string]: string };
