import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';

/** A command as registered or as it should be; Discord adds fields (id, version …) that nobody set. */
type Registered = Readonly<Record<string, unknown>>;

/** What Discord fills in where nothing was said; a field with such a value is the same as none. */
const DEFAULTS: Registered = {
  type: 1,
  description: '',
  required: false,
  autocomplete: false,
  nsfw: false,
};
/** Fields of a command that Isnad sets, or would have to take back if somebody had set them. */
const FIELDS = [
  'type',
  'name',
  'description',
  'options',
  'contexts',
  'integration_types',
  'default_member_permissions',
  'nsfw',
  'name_localizations',
  'description_localizations',
] as const;

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** Flat list of fields: `options.question.description` → value. Options and choices are named by their names. */
function flatten(value: unknown, path: string, into: Map<string, string>): void {
  if (isEmpty(value)) return;
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item !== 'object'))
      into.set(path, JSON.stringify([...(value as unknown[])].sort()));
    else
      (value as Registered[]).forEach((item, index) => {
        const name = `${path}.${typeof item['name'] === 'string' ? item['name'] : index}`;
        into.set(`${name}.position`, String(index));
        flatten(item, name, into);
      });
    return;
  }
  if (typeof value === 'object') {
    for (const [key, inner] of Object.entries(value as Registered)) {
      // Below the command itself, `type` has no default.
      if (inner === DEFAULTS[key] && !(key === 'type' && path !== '')) continue;
      flatten(inner, path === '' ? key : `${path}.${key}`, into);
    }
    return;
  }
  into.set(path, JSON.stringify(value));
}

const fieldsOf = (command: Registered): ReadonlyMap<string, string> => {
  const fields = new Map<string, string>();
  flatten(Object.fromEntries(FIELDS.map((field) => [field, command[field]])), '', fields);
  return fields;
};

/** Commands are told apart by kind and name. */
const nameOf = (command: Registered): string => {
  const slash = (command['type'] ?? 1) === 1;
  return `${slash ? '/' : ''}${String(command['name'])}`;
};

/**
 * What registering `wanted` would change, one line a field: `+ /who` (new), `- /old` (gone), `~ /ask description:
 * "…" → "…"`. Empty where nothing would.
 */
export function differences(
  registered: readonly object[],
  wanted: readonly RESTPostAPIApplicationCommandsJSONBody[],
): readonly string[] {
  const before = new Map(registered.map((command) => [nameOf(command as Registered), fieldsOf(command as Registered)]));
  const after = new Map(
    wanted.map((command) => [nameOf(command as object as Registered), fieldsOf(command as object as Registered)]),
  );
  const lines: string[] = [];
  for (const name of before.keys()) if (!after.has(name)) lines.push(`- ${name}`);
  for (const [name, fields] of after) {
    const old = before.get(name);
    if (!old) {
      lines.push(`+ ${name}`);
      continue;
    }
    for (const field of new Set([...old.keys(), ...fields.keys()])) {
      const [was, is] = [old.get(field), fields.get(field)];
      if (was !== is) lines.push(`~ ${name} ${field}: ${was ?? '—'} → ${is ?? '—'}`);
    }
  }
  return lines;
}
