import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { projectFile } from '../../../src/text/project.js';

/**
 * Discord's own OpenAPI description (MIT), which is not part of the project. Where it is missing the tests that need it
 * skip and say so; under CI they fail instead.
 */
const FILE = projectFile('..', 'shared', 'data', 'discord-openapi.json');

export const described = existsSync(FILE);
export const mustBeDescribed = process.env['CI'] === 'true';

export type Schema =
  | 'ApplicationCommandCreateRequest'
  | 'ApplicationCommandUpdateRequest'
  | 'CreateMessageInteractionCallbackRequest'
  | 'UpdateMessageInteractionCallbackRequest'
  | 'ApplicationCommandAutocompleteCallbackRequest'
  | 'IncomingWebhookUpdateRequestPartial'
  | 'IncomingWebhookRequestPartial'
  | 'MessageCreateRequest';

let ajv: Ajv2020 | undefined;
const compiled = new Map<Schema, ValidateFunction>();

function validator(schema: Schema): ValidateFunction {
  if (!ajv) {
    ajv = new Ajv2020({ strict: false, allErrors: false });
    formats.default(ajv);
    ajv.addFormat('snowflake', /^\d{1,20}$/);
    ajv.addFormat('nonce', true);
    const { components } = JSON.parse(readFileSync(FILE, 'utf8')) as { components: object };
    ajv.addSchema({ $id: 'discord', components });
  }
  let validate = compiled.get(schema);
  if (!validate) {
    validate = ajv.compile({ $ref: `discord#/components/schemas/${schema}` });
    compiled.set(schema, validate);
  }
  return validate;
}

/** What Discord's description refuses in a payload, as sent; null where it takes it. */
export function refusal(schema: Schema, payload: unknown): string | null {
  const validate = validator(schema);
  // As it goes over the wire: what JSON leaves out is left out.
  if (validate(JSON.parse(JSON.stringify(payload)))) return null;
  return validate.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`).join('; ') ?? 'refused';
}
