// @ts-check
/**
 * Makes src/api/schema.d.ts from the OpenAPI document, which is the source of the API. The file is written only when it
 * would change, so that a watching bundler does not rebuild for nothing.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const document = new URL('../../resources/openapi/halfminute.yaml', import.meta.url);
const output = fileURLToPath(new URL('../src/api/schema.d.ts', import.meta.url));

const head = '// Made from src/main/resources/openapi/halfminute.yaml by `npm run types`; do not edit.\n';
const text = head + astToString(await openapiTS(document, { alphabetize: true }));
if (!existsSync(output) || readFileSync(output, 'utf8') !== text) writeFileSync(output, text);
